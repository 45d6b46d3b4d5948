import { expect, test, vi } from "vitest";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { MOST_CV_BYTES } from "#lib/students/cv/labels";
import { addStudent } from "../../../../../test/own-students.ts";
import { POST } from "./route.ts";

// Only who is signed in is given; who may what is decided by the route itself.
let asking: PersonActor;
vi.mock("#lib/platform/session", () => ({
  requireActor: async () => asking,
  currentActor: async () => asking,
  actorAt: async () => asking,
}));
// Tests resolve React for the server, and Next's own file for it only inside Next.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

const HUGE = 200 * 1024 * 1024;
const CHUNK = new Uint8Array(64 * 1024);
const BOUNDARY = "limite";

/** A form whose file never ends before 200 MB; `sent` says how much of it was taken. */
function hugeForm(saidLength: number | null) {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n`;
  let sent = 0;
  const pull = (controller: ReadableStreamDefaultController) => {
    controller.enqueue(sent === 0 ? new TextEncoder().encode(head) : CHUNK);
    sent += CHUNK.length;
    if (sent >= HUGE) controller.close();
  };
  const request = new Request("http://portal.example/", {
    method: "POST",
    body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    headers: {
      origin: "http://portal.example",
      host: "portal.example",
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      ...(saidLength === null ? {} : { "content-length": String(saidLength) }),
    },
    duplex: "half",
  } as RequestInit);
  return { request, sent: () => sent };
}

test("a CV of 200 MB is refused in words: before any of it when it says so, where it passes 5 MB when it does not", async () => {
  asking = await addStudent({ hasCv: false });
  for (const [said, most] of [
    [HUGE, 0],
    [null, MOST_CV_BYTES + 2 * 1024 * 1024],
  ] as const) {
    const { request, sent } = hugeForm(said);
    const answer = await POST(request);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      expect.stringContaining("refus=cv_too_large"),
    ]);
    expect(sent()).toBeLessThanOrEqual(most);
  }
  expect(await db().cv.count({ where: { studentId: asking.personId } })).toBe(0);
});
