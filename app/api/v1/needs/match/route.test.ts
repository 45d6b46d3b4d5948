import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { needMatch } from "#lib/api/schema";
import * as route from "./route.ts";

const post = (body: string) =>
  route.POST(new Request("http://portal.example/api/v1/needs/match", { method: "POST", body }), {});

test("a need is answered as published, to any site, and kept by nobody", async () => {
  const answer = await post(JSON.stringify({ text: "le wifi ne passe pas dans l’atelier", city: "Lens" }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { commission, suggestions } = needMatch.parse(await answer.json());
  expect(commission).toBe("infrastructures-reseaux");
  expect(suggestions[0]?.slug).toBe("terril-reseaux");
});

test("out of the club's scope there is no commission and nobody", async () => {
  const answer = await post(JSON.stringify({ text: "recette de la tarte au sucre" }));
  expect(await answer.json()).toMatchObject({ commission: null, suggestions: [] });
});

test.each(["", "x", "[]", "null", "{}", '{"text":""}', '{"text":{}}', `{"text":"${"a".repeat(10_001)}"}`])(
  "what is no question is a problem: %.20s",
  async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringMatching(/./) });
  },
);

test("a question too long is refused, in words for machines", async () => {
  const answer = await post("x".repeat(200_000));
  expect(answer.status).toBe(413);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

test("what comes without saying its length is read no further than a question goes", async () => {
  let sent = 0;
  const server = createServer((incoming, response) => {
    // As Next hands it over: the incoming message itself.
    const given = { method: "POST", body: incoming, duplex: "half" } as unknown as RequestInit;
    const asked = new Request("http://portal.example/api/v1/needs/match", given);
    void route.POST(asked, {}).then((answer) => response.writeHead(answer.status, [...answer.headers].flat()).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise<number | undefined>((resolve, reject) => {
    // Node says `Transfer-Encoding: chunked` of a body whose length it is not told.
    const posting = ask({ port, host: "127.0.0.1", method: "POST" }, (answer) => resolve(answer.statusCode));
    posting.on("error", (error) => (sent > 0 ? undefined : reject(error)));
    const send = (): void => {
      if (posting.destroyed || sent >= 100_000_000) return;
      sent += 50_000;
      posting.write(Buffer.alloc(50_000, "x"), () => setImmediate(send));
    };
    send();
  });
  expect(status).toBe(413);
  // What the network holds on the way, and not the hundred megabytes.
  expect(sent).toBeLessThan(20_000_000);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test("it is only posted", () => {
  expect(route.GET().status).toBe(405);
  expect(route.GET().headers.get("allow")).toBe("POST, OPTIONS");
  expect(route.OPTIONS().headers.get("access-control-allow-methods")).toContain("POST");
});
