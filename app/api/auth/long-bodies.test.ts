import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import * as route from "./[...nextauth]/route.ts";

// Tests resolve React for the server, and Next's own file for it only inside Next.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

test("what is posted without end is read no further than a form goes", async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 10_000;
      controller.enqueue(new Uint8Array(10_000).fill(97));
    },
  });
  const request = new NextRequest("http://portal.example/api/auth/callback/credentials", {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    duplex: "half",
  });
  const params = Promise.resolve({ nextauth: ["callback", "credentials"] });
  expect((await route.POST(request, { params })).status).toBe(413);
  expect(sent).toBeLessThan(200_000);
});
