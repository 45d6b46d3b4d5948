import { describe, expect, test } from "vitest";
import nextConfig from "../../next.config.ts";
import { listSources } from "../../test/sources.ts";
import { findPublicAddress, PUBLIC_PAGES } from "./public-pages.ts";

const READING = "app/(vitrine)";

describe("the table of public pages", () => {
  test("has every page of the showcase, and no other: neither forms nor private pages", () => {
    const pages = listSources("page.tsx")
      .filter((file) => file.startsWith(READING))
      .map((file) => file.slice(READING.length, -"/page.tsx".length) || "/");
    expect(PUBLIC_PAGES.map(({ path }) => path).sort()).toEqual(pages.sort());
  });

  test("has nothing that is kept by no cache", async () => {
    const headers = (await nextConfig.headers?.()) ?? [];
    const areas = headers
      .filter((rule) => rule.headers.some(({ value }) => value.includes("no-store")))
      .map(({ source }) => source.replace("/:path*", ""));
    expect(areas).toContain("/espace");
    for (const area of [...areas, "/comite", "/besoins/nouveau", "/adherer/demande", "/agenda/lancement/inscription"]) {
      expect(findPublicAddress(area), area).toBeUndefined();
      expect(findPublicAddress(`${area}/x`), area).toBeUndefined();
    }
  });

  test("names every parameter in alphabetical order, so that a page has one key", () => {
    for (const { params } of PUBLIC_PAGES) expect(params).toEqual([...params].sort());
  });
});
