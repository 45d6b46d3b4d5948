import { describe, expect, test } from "vitest";
import { rhythmOf } from "#lib/meetings/rules";
import { daysLeft, dueIn, type MandateFacts } from "./rules.ts";

const today = "2027-03-01";
const calm: MandateFacts = {
  startsOn: "2027-01-01",
  endsOn: "2028-12-31",
  hasSuccessor: false,
  rhythm: rhythmOf({ lastOn: "2027-02-10", nextOn: "2027-03-20" }, today),
  meetings: [{ day: "2027-02-10", hasMinutes: true }],
  unanswered: [],
  polls: 0,
  lastSynthesisOn: null,
};
const due = (more: Partial<MandateFacts>) => dueIn({ ...calm, ...more }, today);

describe("what a mandate asks for", () => {
  test("is nothing when all is done", () => {
    expect(due({})).toEqual([]);
  });

  test.each([
    [
      "a meeting that is late",
      { rhythm: rhythmOf({ lastOn: "2026-12-01", nextOn: null }, today) },
      /en retard de 28.jours/,
    ],
    [
      "a date to fix in its window",
      { rhythm: rhythmOf({ lastOn: "2027-02-10", nextOn: null }, today) },
      /à fixer du 10.mars au 13.avril 2027/,
    ],
    ["a first meeting", { rhythm: rhythmOf({ lastOn: null, nextOn: null }, today) }, /première réunion/],
    ["minutes", { meetings: [{ day: "2027-02-10", hasMinutes: false }] }, /1.compte rendu à publier/],
    [
      "expectations",
      { unanswered: ["2026-12-31", "2027-02-20"] },
      /2.attentes à étudier, dont 1 depuis plus de 60 jours/,
    ],
    ["a poll", { polls: 1 }, /1.sondage attend/],
    ["a synthesis, six months on", { startsOn: "2026-09-02" }, /synthèse/],
    ["its end, two months before", { endsOn: "2027-05-01" }, /finit le samedi 1er.mai 2027/],
  ])("is %s", (_, more, words) => {
    expect(due(more)).toEqual([expect.stringMatching(words)]);
  });

  test("is no longer its end once somebody is appointed to follow, nor a synthesis that was just presented", () => {
    expect(due({ endsOn: "2027-03-05", hasSuccessor: true })).toEqual([]);
    expect(due({ startsOn: "2026-01-01", lastSynthesisOn: "2026-12-01" })).toEqual([]);
    expect(due({ endsOn: "2027-05-02" })).toEqual([]);
  });
});

test("days left count the last one, and are never below zero", () => {
  expect([
    daysLeft("2027-03-01", today),
    daysLeft("2027-03-31", today),
    daysLeft("2027-02-01", today),
    daysLeft(null, today),
  ]).toEqual([1, 31, 0, null]);
});
