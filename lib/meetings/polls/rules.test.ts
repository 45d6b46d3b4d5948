import { describe, expect, test } from "vitest";
import { type Choosable, explainBest, quorumOf, rankSlots, type Voter } from "./rules.ts";

const voter = (id: string, more: Partial<Voter> = {}): Voter => ({
  id,
  name: id,
  structureIds: [`s-${id}`],
  isKey: false,
  ...more,
});
const voters = [
  voter("anne"),
  voter("bruno"),
  voter("chloé", { isKey: true }),
  voter("david", { structureIds: ["s-anne"] }),
];
const slot = (
  id: string,
  choices: Record<string, "yes" | "if_need_be" | "no">,
  more: Partial<Choosable> = {},
): Choosable => ({
  id,
  startsAt: new Date(`2027-01-${id}T17:00:00Z`),
  isWithdrawn: false,
  room: "free",
  choices: Object.entries(choices).map(([personId, choice]) => ({ personId, choice })),
  ...more,
});

describe("the best date", () => {
  test("has the quorum first: two people of one structure are one voice", () => {
    const ranking = rankSlots(
      [slot("12", { anne: "yes", david: "yes" }), slot("14", { anne: "if_need_be", bruno: "if_need_be" })],
      voters,
      2,
    );
    expect(ranking.map(({ id }) => id)).toEqual(["14", "12"]);
    expect(explainBest(ranking, 2)).toEqual([
      "Elle devance la suivante parce que le quorum y est (2\u00a0structures).",
      "Le quorum est atteint\u202f: 2\u00a0structures pour 2 demandées.",
      "Sans chloé, dont la présence est importante.",
    ]);
  });

  test.each([
    ["key people", slot("14", { chloé: "if_need_be" }), slot("12", { anne: "yes" }), /personnes clés/],
    ["a room", slot("14", { chloé: "yes" }), slot("12", { chloé: "yes" }, { room: "taken" }), /salle/],
    [
      "the number of people",
      slot("14", { chloé: "yes", anne: "yes" }),
      slot("12", { chloé: "yes" }),
      /2\u00a0personnes/,
    ],
    ["yes without reserve", slot("14", { chloé: "yes" }), slot("12", { chloé: "if_need_be" }), /sans réserve/],
    ["the nearest", slot("12", { chloé: "yes" }), slot("14", { chloé: "yes" }), /la plus proche/],
  ])("then %s", (_, best, second, words) => {
    const ranking = rankSlots([second, best], voters, 1);
    expect(ranking[0]?.id).toBe(best.id);
    expect(explainBest(ranking, 1)[0]).toMatch(words);
  });

  test("is none that was taken out; answers of who is no voter any more do not count", () => {
    const gone = slot("12", { anne: "yes", bruno: "yes", chloé: "yes" }, { isWithdrawn: true });
    const [best, ...others] = rankSlots([gone, slot("14", { zoé: "yes" })], voters, 1);
    expect([best?.id, best?.yes, others.length]).toEqual(["14", 0, 0]);
    expect(explainBest([], 1)).toEqual([]);
  });
});

test.each([
  [0, 25, 1],
  [3, 25, 1],
  [5, 25, 2],
  [200, 25, 50],
])("of %i structures, %i percent are %i", (structures, percent, quorum) => {
  expect(quorumOf(structures, percent)).toBe(quorum);
});
