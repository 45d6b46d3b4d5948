import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkNotice,
  electedAmong,
  faultOf,
  isAdopted,
  neededOf,
  type Presence,
  presenceOf,
  quorumAmong,
} from "./rules.ts";

const percent = fc.integer({ min: 0, max: 100 });
const crowd = fc.integer({ min: 0, max: 2_000 });
const tally = fc.record({ for: crowd, against: crowd, abstention: crowd });

describe("the quorum", () => {
  test.each([
    [31, 25, 8],
    [32, 25, 8],
    [33, 25, 9],
    [4, 50, 2],
    [5, 50, 3],
    [1, 1, 1],
    [10, 0, 0],
    [10, 100, 10],
    [0, 50, 0],
  ])("of %i called and %i %% is %i", (called, share, needed) => {
    expect(neededOf(called, share)).toBe(needed);
  });

  test("is the least number whose share is enough", () => {
    fc.assert(
      fc.property(crowd, percent, (called, share) => {
        const needed = neededOf(called, share);
        expect(needed * 100).toBeGreaterThanOrEqual(called * share);
        expect(needed === 0 || (needed - 1) * 100 < called * share).toBe(true);
        expect(needed).toBeLessThanOrEqual(called);
      }),
    );
  });

  test("counts each of those called once: present, represented or absent", () => {
    const presence = fc.constantFrom("present" as const, "represented" as const, "absent" as const);
    fc.assert(
      fc.property(fc.array(presence, { maxLength: 300 }), percent, (presences, share) => {
        const { called, present, represented, isReached, needed } = quorumAmong(presences, share);
        expect(called).toBe(presences.length);
        expect(present + represented + presences.filter((one) => one === "absent").length).toBe(called);
        expect(isReached).toBe(present + represented >= needed);
      }),
    );
  });

  test("grows with nobody's absence: one more present never loses it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 299 }),
        percent,
        (called, there, share) => {
          const presences = Array.from(
            { length: called },
            (_, index): Presence => (index < there ? "present" : "absent"),
          );
          const more = presences.map((one, index) => (index === there ? ("present" as const) : one));
          expect(quorumAmong(more, share).isReached || !quorumAmong(presences, share).isReached).toBe(true);
        },
      ),
    );
  });

  test("has nobody represented by somebody who is not there", () => {
    expect(presenceOf({ id: "a", holderId: "b" }, new Set(["b"]))).toBe("represented");
    expect(presenceOf({ id: "a", holderId: "b" }, new Set())).toBe("absent");
    expect(presenceOf({ id: "a", holderId: "b" }, new Set(["a"]))).toBe("present");
  });
});

describe("a decision", () => {
  test.each([
    ["simple", [3, 2, 9], true],
    ["simple", [2, 2, 0], false],
    ["simple", [0, 0, 5], false],
    ["absolute", [5, 0, 4], true],
    ["absolute", [5, 0, 5], false],
    ["two_thirds", [2, 1, 7], true],
    ["two_thirds", [199, 100, 0], false],
    ["two_thirds", [0, 0, 5], false],
  ] as const)("by %s of %j is adopted: %s", (majority, [yes, no, abstention], expected) => {
    expect(isAdopted(majority, { for: yes, against: no, abstention })).toBe(expected);
  });

  test("is not adopted against a majority, whatever the rule; a stricter rule adopts no more than a laxer one", () => {
    fc.assert(
      fc.property(tally, (votes) => {
        const [simple, absolute, twoThirds] = (["simple", "absolute", "two_thirds"] as const).map((majority) =>
          isAdopted(majority, votes),
        );
        if (votes.for <= votes.against) expect([simple, absolute, twoThirds]).toEqual([false, false, false]);
        if (absolute || twoThirds) expect(simple).toBe(true);
      }),
    );
  });

  test("gains by one more for, and loses by one more against", () => {
    const majority = fc.constantFrom("simple" as const, "absolute" as const, "two_thirds" as const);
    fc.assert(
      fc.property(tally, majority, (votes, rule) => {
        const adopted = isAdopted(rule, votes);
        if (adopted) expect(isAdopted(rule, { ...votes, for: votes.for + 1 })).toBe(true);
        else expect(isAdopted(rule, { ...votes, against: votes.against + 1 })).toBe(false);
      }),
    );
  });

  test("tied is settled by the president's own vote, where there is one, and by nothing else", () => {
    const tie = { for: 2, against: 2, abstention: 1 };
    expect(isAdopted("simple", tie, "for")).toBe(true);
    expect([null, "against" as const, "abstention" as const].map((vote) => isAdopted("simple", tie, vote))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isAdopted("two_thirds", tie, "for")).toBe(false);
    expect(isAdopted("simple", { for: 1, against: 2, abstention: 0 }, "for")).toBe(false);
  });
});

describe("an election", () => {
  const elect = (
    votes: number[],
    seats: number,
    majority: "simple" | "absolute" | "two_thirds" = "simple",
    cast = 10,
  ) =>
    [
      ...electedAmong(
        votes.map((each, index) => ({ id: String(index), votes: each })),
        { seats, majority, cast },
      ),
    ].sort();

  test.each([
    ["gives seats to those with the most votes", [3, 7, 5], 2, ["1", "2"]],
    ["leaves empty the seat that two share", [7, 5, 5], 2, ["0"]],
    ["gives no seat to somebody for whom nobody voted", [4, 0], 2, ["0"]],
    ["gives nobody a seat when all are tied", [3, 3, 3], 2, []],
  ] as const)("%s", (_, votes, seats, expected) => {
    expect(elect([...votes], seats)).toEqual(expected);
  });

  test("by the absolute majority wants more than half of those who voted", () => {
    expect(elect([5, 4], 1, "absolute", 10)).toEqual([]);
    expect(elect([6, 4], 1, "absolute", 10)).toEqual(["0"]);
    expect(elect([6, 4], 1, "two_thirds", 10)).toEqual([]);
  });

  test("never elects more than there are seats, nor anybody with fewer votes than somebody left out", () => {
    const list = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 10 }), (votes, seats) => {
        const elected = elect(votes, seats, "simple", 60).map(Number);
        expect(elected.length).toBeLessThanOrEqual(seats);
        const least = Math.min(...elected.map((index) => votes[index] ?? 0));
        const left = votes.filter((_, index) => !elected.includes(index));
        expect(left.every((each) => each <= least)).toBe(true);
      }),
    );
  });
});

describe("a ballot", () => {
  const [name, blank, yes] = [
    { stance: "candidate" as const },
    { stance: "blank" as const },
    { stance: "for" as const },
  ];

  test.each([
    [[], 1, "Choisissez une réponse."],
    [[name], 1, null],
    [[name, name], 2, null],
    [[name, name], 1, expect.stringMatching(/1.nom au plus/)],
    [[name, blank], 2, "Un bulletin blanc ne porte aucun nom."],
    [[yes], 1, null],
    [[yes, yes], 1, expect.any(String)],
  ])("of %j for %i seats: %s", (chosen, seats, fault) => {
    expect(faultOf(chosen, seats)).toEqual(fault);
  });
});

describe("the notice", () => {
  const notice = (day: string) => ({ day, today: "2027-01-11", noticeDays: 15, isAccepted: false });

  test("is kept on the fifteenth day, and not on the fourteenth", () => {
    expect(() => checkNotice("ordinary", notice("2027-01-26"))).not.toThrow();
    expect(() => checkNotice("ordinary", notice("2027-01-25"))).toThrow(/au plus tôt le mardi 26.janvier 2027/);
  });

  test("is a warning for the board alone", () => {
    const accepted = { ...notice("2027-01-12"), isAccepted: true };
    expect(() => checkNotice("board", notice("2027-01-12"))).toThrow(/Cochez la case/);
    expect(() => checkNotice("board", accepted)).not.toThrow();
    expect(() => checkNotice("extraordinary", accepted)).toThrow(/statuts/);
  });
});
