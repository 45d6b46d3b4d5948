import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ballotOfRanks, countBorda, countChoices, countCondorcet, countMarks } from "./rules.ts";

const order = (scores: { option: number }[]) => scores.map(({ option }) => option);

/** Ballots that rank all of `options`. */
const rankings = (options: number, most = 30) =>
  fc.array(
    fc.shuffledSubarray(
      Array.from({ length: options }, (_, index) => index + 1),
      { minLength: options },
    ),
    {
      maxLength: most,
    },
  );

describe("a choice", () => {
  test("counts the structures that ticked each option", () => {
    expect(countChoices(3, [[1, 3], [3], [2, 3]])).toEqual([
      { option: 3, score: 3 },
      { option: 1, score: 1 },
      { option: 2, score: 1 },
    ]);
  });
});

describe("a mark", () => {
  test("shows how often each was given, and their mean", () => {
    expect(countMarks([[5], [4], [5], [1]])).toEqual({ counts: [1, 0, 0, 1, 2], mean: 3.75 });
    expect(countMarks([])).toEqual({ counts: [0, 0, 0, 0, 0], mean: null });
  });
});

describe("Borda's count", () => {
  test("gives n − 1 points to a first place and none to a last", () => {
    expect(
      countBorda(3, [
        [1, 2, 3],
        [2, 1, 3],
      ]),
    ).toEqual([
      { option: 1, score: 3 },
      { option: 2, score: 3 },
      { option: 3, score: 0 },
    ]);
  });

  test("shares out the same number of points for each ballot, whatever they say", () => {
    fc.assert(
      fc.property(rankings(5), (ballots) => {
        const total = countBorda(5, ballots).reduce((sum, { score }) => sum + score, 0);
        expect(total).toBe(ballots.length * 10);
      }),
    );
  });
});

describe("Condorcet's duels", () => {
  test("put first the option that beats each other one, even when Borda would not", () => {
    // Three of five prefer 1 to anything; Borda is drawn to 2 by the others.
    const ballots = [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
      [2, 3, 1],
      [2, 3, 1],
    ];
    expect(order(countBorda(3, ballots))[0]).toBe(2);
    expect(order(countCondorcet(3, ballots))[0]).toBe(1);
  });

  test("solve Schulze's own example, where duels go round in circles", () => {
    // 45 ballots over A to E, from the method's reference example: the order is E, A, C, B, D.
    const times = (count: number, ballot: number[]) => Array.from({ length: count }, () => ballot);
    const ballots = [
      ...times(5, [1, 3, 2, 5, 4]),
      ...times(5, [1, 4, 5, 3, 2]),
      ...times(8, [2, 5, 4, 1, 3]),
      ...times(3, [3, 1, 2, 5, 4]),
      ...times(7, [3, 1, 5, 2, 4]),
      ...times(2, [3, 2, 1, 4, 5]),
      ...times(7, [4, 3, 5, 2, 1]),
      ...times(8, [5, 2, 1, 4, 3]),
    ];
    expect(order(countCondorcet(5, ballots))).toEqual([5, 1, 3, 2, 4]);
  });

  test("always elect an option that wins every duel, when there is one", () => {
    fc.assert(
      fc.property(rankings(4), (ballots) => {
        const beats = (a: number, b: number) =>
          ballots.filter((ballot) => ballot.indexOf(a) < ballot.indexOf(b)).length * 2 > ballots.length;
        const winner = [1, 2, 3, 4].find((a) => [1, 2, 3, 4].every((b) => a === b || beats(a, b)));
        if (winner) expect(order(countCondorcet(4, ballots))[0]).toBe(winner);
      }),
    );
  });
});

describe("ranks typed beside options", () => {
  test("make a ballot when each rank is given once", () => {
    expect(ballotOfRanks([2, 3, 1])).toEqual([3, 1, 2]);
    expect(ballotOfRanks([1, 1, 2])).toBeNull();
    expect(ballotOfRanks([1, undefined, 2])).toBeNull();
    expect(ballotOfRanks([1, 2, 4])).toBeNull();
  });
});
