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

test.each([
  "",
  "x",
  "[]",
  "null",
  "{}",
  '{"text":""}',
  '{"text":{}}',
  `{"text":"${"a".repeat(10_001)}"}`,
  "x".repeat(200_000),
])("what is no question is a problem: %.20s", async (body) => {
  const answer = await post(body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringMatching(/./) });
});

test("it is only posted", () => {
  expect(route.GET().status).toBe(405);
  expect(route.GET().headers.get("allow")).toBe("POST, OPTIONS");
  expect(route.OPTIONS().headers.get("access-control-allow-methods")).toContain("POST");
});
