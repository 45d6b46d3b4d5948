import { describe, expect, test } from "vitest";
import { directoryHref, directoryPage, readDirectoryAddress } from "./schema.ts";

describe("the directory's address", () => {
  test("is read by its French names, the first of repeated keys, and nothing else of it", () => {
    const read = readDirectoryAddress({
      q: ["wifi", "fibre"],
      commission: "gestion",
      ville: "lens",
      competence: "wi-fi-professionnel",
      type: "service",
      page: "3",
      utm_source: "lettre",
      kind: "school",
    });
    expect(read).toEqual({
      filter: { q: "wifi", commission: "gestion", city: "lens", skill: "wi-fi-professionnel", kind: "service" },
      page: { page: 3, perPage: 24 },
    });
  });

  test.each(["-1", "0", "1e9x", "NaN", "", " ", "1.5", "trois", "\0"])("page=%j means the first", (page) => {
    expect(readDirectoryAddress({ page }).page.page).toBe(1);
  });

  test("drops what PostgreSQL cannot read and what is too long to be meant", () => {
    const { filter } = readDirectoryAddress({ q: `\0 wi\0fi ${"x".repeat(10_000)}`, ville: "\0", type: "   " });
    expect(filter.q).toHaveLength(200);
    expect(filter.q).toMatch(/^wifi x/);
    expect(filter).toMatchObject({ city: undefined, kind: undefined });
  });

  test("is written in one way, and read back as it was", () => {
    const filter = { q: "câblage & wi-fi", commission: "gestion", city: "lens", skill: "a-b", kind: "service" };
    const href = directoryHref(filter, 2);
    expect(href).toBe(
      "/annuaire?commission=gestion&competence=a-b&page=2&q=c%C3%A2blage+%26+wi-fi&type=service&ville=lens",
    );
    const params = Object.fromEntries(new URL(href, "http://portal.example").searchParams);
    expect(readDirectoryAddress(params)).toEqual({ filter, page: { page: 2, perPage: 24 } });
    expect(directoryHref({})).toBe("/annuaire");
  });
});

test.each([
  ["0", 1],
  ["-5", 1],
  ["101", 100],
  ["1e9", 100],
  ["many", 24],
  ["12", 12],
])("perPage=%s is %i", (perPage, expected) => {
  expect(directoryPage.parse({ perPage }).perPage).toBe(expected);
});
