import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paths, safeNext } from "./paths.ts";

const SITE = "https://club.example";

describe("where to go afterwards", () => {
  test.each([
    ["/espace?page=2", "/espace?page=2"],
    ["/annuaire/a%20b", "/annuaire/a%20b"],
    ["/agenda/../stages", "/stages"],
    ["/stages?q=//x", "/stages?q=//x"],
  ])("stays on this site: %s", (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });

  test.each([
    undefined,
    "",
    "espace",
    "https://evil.example/",
    "javascript:alert(1)",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/./\\evil.example",
    "/a/..//evil.example",
    "/a/../\t/evil.example",
    "/%2e//evil.example",
    "/%2E%2e//evil.example",
    "/a/%2e%2e\\\\evil.example",
  ])("is the member area rather than %j", (next) => {
    expect(safeNext(next)).toBe(paths.memberArea);
  });

  test("never leads a browser elsewhere, whatever is given, nor changes when it is given again", () => {
    const pieces = [
      "/",
      "//",
      "\\",
      ".",
      "..",
      "%2e",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "\r",
      "\0",
      " ",
      "?",
      "#",
      "@",
      ":",
      "a",
      "evil.example",
      "http:",
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }))), (parts) => {
        for (const next of [parts.join(""), `/${parts.join("")}`]) {
          const kept = safeNext(next);
          expect(new URL(kept, SITE).origin).toBe(SITE);
          expect(kept).toMatch(/^[/](?![/\\])/);
          expect(safeNext(kept)).toBe(kept);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
