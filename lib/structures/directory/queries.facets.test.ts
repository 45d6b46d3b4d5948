import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { countFacets, type DirectoryFacets, listMembers } from "./queries.ts";
import { type DirectoryFilter, directoryPage } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  await addStructure({
    name: "Facettine",
    kind: "agency",
    city: "Facetteville",
    commissions: ["gestion", "education"],
    knownSkills: ["facturation-electronique", "bases-de-donnees"],
    skills: ["Glaçage"],
  });
  await addStructure({
    name: "Facettou",
    kind: "school",
    city: "Facetteville",
    commissions: ["education"],
    knownSkills: ["bases-de-donnees"],
  });
  await addStructure({ name: "Facettade", status: "lapsed", city: "Facetteville", commissions: ["gestion"] });
});
afterAll(removeOwnStructures);

const FILTERS: DirectoryFilter[] = [
  {},
  { city: "facetteville" },
  { city: "lens" },
  { commission: "gestion" },
  { kind: "service" },
  { skill: "bases-de-donnees" },
  { q: "facturation" },
  { q: "facettine" },
  { q: "sauvgarde" },
  { q: "sauvegarde", city: "arras" },
  { commission: "education", kind: "school" },
  { commission: "gestion", kind: "service", city: "arras", skill: "facturation-electronique", q: "comptabilité" },
  { q: "de la" },
  { city: "atlantis" },
];

describe("the counts beside the filters", () => {
  test.each(FILTERS)("are what each choice then shows: %j", async (filter) => {
    const facets = await countFacets(filter);
    for (const [facet, choices] of Object.entries(facets)) {
      for (const { value, count } of choices.slice(0, 12)) {
        const list = await listMembers({ ...filter, [facet]: value }, directoryPage.parse({}), now);
        expect(`${facet} ${value}: ${count}`).toBe(`${facet} ${value}: ${list?.total}`);
      }
    }
  });

  test("add up to the list where each member has exactly one", async () => {
    for (const filter of FILTERS) {
      const { kind } = await countFacets({ ...filter, kind: undefined });
      const list = await listMembers({ ...filter, kind: undefined }, directoryPage.parse({}), now);
      expect(kind.reduce((sum, { count }) => sum + count, 0)).toBe(list?.total);
    }
  });

  test("leave out who is no longer a member", async () => {
    const facets = await countFacets({ city: "facetteville" });
    expect(countsOf(facets, "commission")).toMatchObject({ gestion: 1, education: 2 });
    expect(countsOf(facets, "kind")).toEqual({ agency: 1, school: 1 });
    expect(countsOf(facets, "skill")).toEqual({ "bases-de-donnees": 2, "facturation-electronique": 1 });
  });

  test("keep the other choices of a filter in sight once one is chosen", async () => {
    const { kind, city } = await countFacets({ city: "facetteville", kind: "school" });
    expect(kind.map(({ value }) => value).sort()).toEqual(["agency", "school"]);
    expect(city.length).toBeGreaterThan(1);
  });

  test("show the five commissions always, in the club's order, even where nobody is", async () => {
    const { commission } = await countFacets({ city: "atlantis" });
    expect(commission.map(({ value, count }) => [value, count])).toEqual([
      ["infrastructures-reseaux", 0],
      ["gestion", 0],
      ["developpement", 0],
      ["communication-internet", 0],
      ["education", 0],
    ]);
  });

  test("begin with the most numerous", async () => {
    const facets = await countFacets({});
    for (const choices of [facets.city, facets.kind, facets.skill]) {
      const counts = choices.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
    expect(facets.skill.length).toBeLessThanOrEqual(30);
  });
});

function countsOf(facets: DirectoryFacets, facet: keyof DirectoryFacets): Record<string, number> {
  return Object.fromEntries(facets[facet].map(({ value, count }) => [value, count]));
}
