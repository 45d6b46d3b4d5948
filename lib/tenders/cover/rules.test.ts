import { describe, expect, test } from "vitest";
import { type Candidate, costOf, coverageOf, type MemberFacts, proposeTeams } from "./rules.ts";

const lots = [
  { id: "lot 1", skills: ["cablage", "wifi"] },
  { id: "lot 2", skills: ["site", "wifi"] },
];
const member = (id: string, skills: string[], more: Partial<Candidate> = {}): Candidate => ({
  id,
  skills: new Set(skills),
  cost: 10,
  ...more,
});
const names = ({ teams }: ReturnType<typeof proposeTeams>) => teams.map(({ members }) => members.map(({ id }) => id));

describe("teams for a tender", () => {
  test("are the smallest first, then the least costly, each saying who takes what", () => {
    const proposals = proposeTeams(lots, [
      member("near", ["cablage", "wifi"], { cost: 5 }),
      member("far", ["cablage", "wifi"], { cost: 50 }),
      member("web", ["site"]),
      member("one", ["cablage"]),
    ]);
    expect(names(proposals)).toEqual([
      ["near", "web"],
      ["far", "web"],
    ]);
    expect(proposals.teams[0]?.members[0]?.parts).toEqual([
      { lotId: "lot 1", skills: ["cablage", "wifi"] },
      { lotId: "lot 2", skills: ["wifi"] },
    ]);
    expect(proposals).toMatchObject({ holes: [], isProven: true, atLeast: 2 });
  });

  test("have in them who looks, and tell what nobody can do", () => {
    const proposals = proposeTeams(lots, [member("us", ["wifi"], { cost: 99 }), member("all", ["cablage", "wifi"])], {
      included: ["us"],
    });
    expect(names(proposals)).toEqual([["us", "all"]]);
    expect(proposals.holes).toEqual([{ lotId: "lot 2", skills: ["site"] }]);
  });

  test("count a hand for the lots it was raised for, and no other", () => {
    const hands = [
      member("a", ["cablage", "wifi"], { lots: new Set(["lot 1"]) }),
      member("b", ["site"], { lots: new Set(["lot 2"]) }),
    ];
    expect(proposeTeams(lots, hands).holes).toEqual([{ lotId: "lot 2", skills: ["wifi"] }]);
    expect(coverageOf(lots, hands)[1]).toEqual({
      lotId: "lot 2",
      skills: [
        { skill: "site", by: ["b"] },
        { skill: "wifi", by: [] },
      ],
    });
  });

  test("are none where nothing is asked, or nobody can do any of it", () => {
    expect(proposeTeams([], [member("a", ["wifi"])]).teams).toEqual([]);
    expect(proposeTeams(lots, []).teams).toEqual([]);
  });
});

test("what is worth a detour: a hand raised, work done together; what is not: a very small house for a large tender", () => {
  const usual: MemberFacts = {
    km: 20,
    headcount: "up_to_19",
    kind: "service",
    isSameKind: false,
    hasWorkedWithUs: false,
    hasRaisedHand: false,
  };
  const cost = (more: Partial<MemberFacts>, isLarge = true) =>
    costOf({ ...usual, ...more }, isLarge) - costOf(usual, isLarge);
  expect(cost({ km: 30 })).toBe(10);
  expect(cost({ hasRaisedHand: true })).toBe(-40);
  expect(cost({ hasWorkedWithUs: true })).toBe(-30);
  expect(cost({ headcount: "up_to_2" })).toBe(30);
  expect(cost({ headcount: "up_to_2" }, false)).toBe(0);
  expect(cost({ kind: "school" })).toBe(40);
  expect(costOf({ ...usual, km: 0, hasRaisedHand: true, hasWorkedWithUs: true }, false)).toBeGreaterThanOrEqual(0);
});
