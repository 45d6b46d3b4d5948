import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { matchNeed } from "./queries.ts";
import { matchInput } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");
const match = (text: string, city?: string, at = now) => matchNeed(matchInput.parse({ text, city }), at);

// A trade that the demonstration has nobody in, so that these are all there is.
const TRADE = "tests-et-qualite-logicielle";
const NEED = "une campagne de tests de non-régression Karbounkel avant de livrer";

beforeAll(async () => {
  for (const name of ["Essayeuse Un", "Essayeuse Deux", "Essayeuse Trois"]) {
    await addStructure({ name, knownSkills: [TRADE], description: "Testeurs depuis toujours." });
  }
  await addStructure({ name: "Essayeuse Karbounkel", knownSkills: [TRADE], skills: ["Atelier Karbounkel"] });
  await addStructure({ name: "Essayeuse Partie", status: "resigned", knownSkills: [TRADE] });
});
afterAll(removeOwnStructures);

describe("matching a need", () => {
  test("gives the commission, at most five active members, and why", async () => {
    const { commission, suggestions, outcome } = await match(NEED);
    expect({ commission, outcome }).toEqual({ commission: "developpement", outcome: "understood" });
    expect(suggestions.length).toBeLessThanOrEqual(5);
    expect(suggestions.map(({ name }) => name)).not.toContain("Essayeuse Partie");
    expect(suggestions[0]).toMatchObject({ name: "Essayeuse Karbounkel" });
    expect(suggestions[0]?.reasons.join()).toMatch(/Tests et qualité logicielle.*Karbounkel/);
    for (const { score } of suggestions) expect(score).toBeGreaterThan(0);
  });

  test("says how far a member is when the town is known, and prefers the nearer of equals", async () => {
    const { suggestions } = await match("sauvegarde externalisée de nos serveurs", "Béthune");
    expect(suggestions[0]?.reasons.join()).toContain("à Béthune même");
  });

  test("turns the order of equals from day to day", async () => {
    const firsts = new Set<string>();
    for (let day = 1; day <= 20; day += 1) {
      const { suggestions } = await match("une campagne de tests", undefined, new Date(Date.UTC(2026, 9, day, 9)));
      firsts.add(suggestions.find(({ name }) => name.startsWith("Essayeuse"))?.name ?? "");
    }
    expect(firsts.size).toBeGreaterThan(2);
  });

  test("puts who was solicited of late behind equals", async () => {
    const { suggestions } = await match("une campagne de tests");
    const [busy] = suggestions.filter(({ name }) => name.startsWith("Essayeuse"));
    const need = await db().need.create({
      data: {
        text: "test",
        contactName: "Test",
        contactEmail: "test@acheteur.example",
        introductions: {
          create: { structure: { connect: { slug: busy?.slug ?? "" } }, proposedAt: new Date("2026-11-20T09:00:00Z") },
        },
      },
    });
    const after = (await match("une campagne de tests")).suggestions.filter(({ name }) => name.startsWith("Essayeuse"));
    expect(after[0]?.slug).not.toBe(busy?.slug);
    await db().need.delete({ where: { id: need.id } });
  });

  test("finds for two needs at once somebody for each", async () => {
    const { suggestions } = await match("poser des caméras. Par ailleurs, la paie de nos dix salariés");
    const reasons = suggestions.map((suggestion) => suggestion.reasons.join());
    expect(reasons.some((text) => text.includes("Vidéosurveillance"))).toBe(true);
    expect(reasons.some((text) => /paie/i.test(text))).toBe(true);
  });

  test.each([
    ["an emoji", "🎉"],
    ["an insult", "bande de nuls"],
    ["another trade", "un plombier pour ma chaudière"],
  ])("proposes nobody for %s", async (_, text) => {
    expect(await match(text)).toMatchObject({ commission: null, suggestions: [] });
  });

  test("survives operators, quotes and ten thousand characters", async () => {
    for (const text of [
      "sauvegarde & | ! :* <-> ' \\ %_",
      "sauvegarde ".repeat(900),
      "« sauvegarde » l'été \u202e\ud800",
    ]) {
      expect((await match(text)).commission).toBe("infrastructures-reseaux");
    }
  });

  test("keeps nothing of what was asked", async () => {
    const before = await db().need.count();
    await match(NEED);
    expect(await db().need.count()).toBe(before);
  });
});

test.each([
  [undefined],
  [null],
  [{}],
  [{ text: "" }],
  [{ text: " \0 " }],
  [{ text: 5 }],
  [{ text: "x".repeat(10_001) }],
])("a question that is none is refused: %j", (asked) => {
  expect(matchInput.safeParse(asked).success).toBe(false);
});
