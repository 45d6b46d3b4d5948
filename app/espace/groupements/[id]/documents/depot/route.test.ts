import { expect, test, vi } from "vitest";
import { leaveConsortium } from "#lib/consortia/leaving/commands";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { addConsortium, again } from "../../../../../../test/own-consortia.ts";
import { signedInAs } from "../../../../../../test/own-people.ts";
import { POST } from "./route.ts";

// Only who is signed in is given; who may what is decided by the route itself.
let asking: PersonActor;
vi.mock("#lib/platform/session", () => ({
  requireActor: async () => asking,
  actorAt: (now: Date) => signedInAs(asking.sessionId, now),
}));
// Tests resolve React for the server, and Next's own file for it only inside Next.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

test("who leaves while a document of theirs comes in has not given it", async () => {
  const { id, partner, member } = await addConsortium();
  asking = member;
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: "new", title: "Trop tard", note: "" })) form.set(name, value);
  form.set("file", new File(["x".repeat(1_000)], "tard.txt"));
  const whole = new Request("http://portal.example/", { method: "POST", body: form });
  const bytes = new Uint8Array(await whole.clone().arrayBuffer());
  const pull = async (controller: ReadableStreamDefaultController) => {
    await leaveConsortium(await again(partner), { id, reason: "Ailleurs." }, new Date());
    controller.enqueue(bytes);
    controller.close();
  };
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const headers = {
    origin: "http://portal.example",
    host: "portal.example",
    "content-type": whole.headers.get("content-type") ?? "",
  };
  const posted = new Request("http://portal.example/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  const answer = POST(posted, { params: Promise.resolve({ id }) });
  await expect(answer).rejects.toMatchObject({ digest: expect.stringContaining("refus=") });
  expect(await db().consortiumDocument.count({ where: { consortiumId: id } })).toBe(0);
});
