import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { listMembers } from "./queries.ts";
import { directoryFilter, directoryPage } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");

// Words that nothing in the demonstration data begins with.
beforeAll(async () => {
  await addStructure({
    name: "Zénobie Câblages",
    city: "Œuf-en-Ternois",
    description: "Nous posons des zwibulons dans les hôpitaux et les châteaux d’eau.",
    skills: ["Réparation de quorblax", "Serveurs Zyxolan"],
  });
  await addStructure({ name: "Quorblax Médiane", city: "Vimy", description: "Le conseil, et rien d’autre." });
  await addStructure({ name: "Atelier Wombastre", city: "Vimy", description: "On y parle de quorblax aussi." });
  await addStructure({ name: "Ancien Quorblax", status: "resigned", description: "Zwibulons d’autrefois." });
});
afterAll(removeOwnStructures);

describe("the directory's search", () => {
  test.each([
    ["accents left out", "zenobie cablages"],
    ["accents typed where there are none", "zwibùlöns"],
    ["capitals", "ZWIBULONS"],
    ["singular for plural", "zwibulon"],
    ["an irregular plural", "zwibulon hôpital"],
    ["the beginning of a word", "zwibu"],
    ["a spelling mistake", "zwibulnos"],
    ["a letter too few", "zwiblons"],
    ["a brand name", "zyxolan"],
    ["a brand name misspelt", "zixolan"],
    ["a town", "œuf-en-ternois"],
    ["a town without its ligature", "oeuf en ternois"],
    ["a skill and a town", "quorblax ternois"],
    ["a sentence", "qui peut me réparer un quorblax près de œuf-en-ternois ?"],
    ["an apostrophe of either kind", "château d'eau zwibulons"],
  ])("finds by %s", async (_, q) => {
    expect(await found(q)).toContain("Zénobie Câblages");
  });

  test("skill and town together leave out who has only one of them", async () => {
    expect(await found("quorblax ternois")).toEqual(["Zénobie Câblages"]);
  });

  test("puts a name first, then a skill, then a mere mention", async () => {
    expect(await found("quorblax")).toEqual(["Quorblax Médiane", "Zénobie Câblages", "Atelier Wombastre"]);
  });

  test("finds what has any of the words when nothing has them all", async () => {
    const names = await found("wombastre zyxolan");
    expect(names.sort()).toEqual(["Atelier Wombastre", "Zénobie Câblages"]);
  });

  test("says which words it looked for when some were misspelt, and says nothing otherwise", async () => {
    expect((await search("zwibulnos"))?.corrected).toBe("zwibulons");
    expect((await search("zwibulons"))?.corrected).toBeNull();
  });

  test("never shows who is no longer a member", async () => {
    expect(await found("zwibulons")).not.toContain("Ancien Quorblax");
    expect(await found("ancien quorblax")).not.toContain("Ancien Quorblax");
  });

  test.each([
    ["only little words", "de la pour"],
    ["only signs", "!?& | ( ) :* <-> ''"],
    ["one letter", "z"],
    ["what nothing resembles", "xxqqjjkkwwvv"],
  ])("finds nobody for %s, and says so quietly", async (_, q) => {
    expect(await search(q)).toMatchObject({ items: [], total: 0, next: null });
  });

  test("an empty search is no search: everybody is there", async () => {
    const all = await listMembers({}, page(), now);
    expect((await search(""))?.total).toBe(all?.total);
    expect((await search(" \t\u00a0"))?.total).toBe(all?.total);
    expect((await search("\0"))?.total).toBe(all?.total);
  });

  test.each([
    ["ten thousand characters", "zwibulons ".repeat(1_000)],
    ["ten thousand letters in one word", "z".repeat(10_000)],
    ["ten thousand signs", "'".repeat(10_000)],
    ["a NUL", "zwi\0bulons"],
    ["half a surrogate pair", "zwibulons \ud800"],
    ["right-to-left marks", "\u202ezwibulons\u202c"],
    ["an injection", "'; DROP TABLE structure; --"],
    ["another", "x' OR '1'='1"],
    ["a comment", "zwibulons*/ -- /*"],
    ["operators of tsquery", "zwibulons & !zwibulons | (zyxolan <-> x):*A"],
    ["a backslash", "\\"],
    ["a pattern", "%_%"],
    ["a dollar quote", "$$ $1 $x$"],
  ])("answers to %s", async (_, q) => {
    const result = await search(q);
    expect(result?.items.length).toBe(Math.min(result?.total ?? -1, 24));
    expect((await listMembers({}, page(), now))?.total).toBeGreaterThan(3);
  });

  test.each([
    { commission: "nulle-part" },
    { city: "atlantis" },
    { skill: "alchimie" },
    { kind: "wizard" },
    { kind: "toString" },
    { kind: "service'; --" },
    { commission: "' OR 1=1 --", city: "\\" },
  ])("a filter that means nothing gives an empty list: %j", async (filter) => {
    expect(await listMembers(filter, page(), now)).toMatchObject({ items: [], total: 0, next: null });
    expect(await listMembers({ ...filter, q: "quorblax" }, page(), now)).toMatchObject({ items: [], total: 0 });
  });
});

const page = () => directoryPage.parse({});

function search(q: string) {
  return listMembers(directoryFilter.parse({ q }), page(), now);
}

async function found(q: string): Promise<string[]> {
  return (await search(q))?.items.map(({ name }) => name) ?? [];
}
