import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitsOf } from "../bits/rules.ts";
import { bestCovers, type Cover, type Puzzle, smallestCover } from "./rules.ts";

const UNBOUNDED = 1_000_000;

/** Small enough for every subset to be tried: at most twelve sets. */
const puzzles = fc
  .record({
    demands: fc.integer({ min: 1, max: 40 }),
    sets: fc.array(fc.record({ meets: fc.array(fc.nat(39), { maxLength: 14 }), cost: fc.nat(60) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ demands, sets }) => puzzleOf(demands, sets));

function puzzleOf(demands: number, sets: { meets: number[]; cost: number }[]): Puzzle {
  return {
    demands,
    sets: sets.map(({ meets }) =>
      bitsOf(
        meets.filter((demand) => demand < demands),
        demands,
      ),
    ),
    costs: sets.map(({ cost }) => cost),
  };
}

/** Every cover, best first, by trying every subset. */
function everyCover({ demands, sets, costs }: Puzzle, include: number[] = []): Cover[] {
  const covers: Cover[] = [];
  for (let subset = 0; subset < 2 ** sets.length; subset += 1) {
    const members = [...sets.keys()].filter((set) => (subset >>> set) & 1);
    if (!include.every((set) => members.includes(set))) continue;
    const isCover = [...Array(demands).keys()].every((demand) =>
      members.some((set) => (((sets[set]?.[demand >> 5] ?? 0) >>> (demand & 31)) & 1) === 1),
    );
    if (isCover) covers.push({ members, cost: members.reduce((sum, set) => sum + (costs[set] ?? 0), 0) });
  }
  return covers.sort((a, b) => a.members.length - b.members.length || a.cost - b.cost);
}

const worth = (cover: Cover | undefined) => (cover ? { members: cover.members.length, cost: cover.cost } : null);

describe("the smallest cover", () => {
  test("is the best of all subsets: the fewest members, then the cheapest", () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const found = smallestCover(puzzle, { effort: UNBOUNDED });
        const [best] = everyCover(puzzle);
        expect(worth(found ?? undefined)).toEqual(worth(best));
        if (!found) return;
        expect(found).toMatchObject({ isProven: true, atLeast: found.members.length });
        expect(everyCover(puzzle).map(({ members }) => members.join())).toContain(found.members.join());
      }),
      { numRuns: 300 },
    );
  });

  test("keeps who must be in, and still is the best with them", () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const [best] = everyCover(puzzle, [0]);
        expect(worth(smallestCover(puzzle, { include: [0], effort: UNBOUNDED }) ?? undefined)).toEqual(worth(best));
      }),
      { numRuns: 150 },
    );
  });

  test("cut short is still a cover, says so, and never claims more than is true", () => {
    fc.assert(
      fc.property(puzzles, fc.integer({ min: 0, max: 3 }), (puzzle, effort) => {
        const found = smallestCover(puzzle, { effort });
        const all = everyCover(puzzle);
        if (!found) {
          expect(all).toEqual([]);
          return;
        }
        expect(all.map(({ members }) => members.join())).toContain(found.members.join());
        expect(found.atLeast).toBeLessThanOrEqual(all[0]?.members.length ?? 0);
        if (found.isProven) expect(worth(found)).toEqual(worth(all[0]));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the best covers", () => {
  test("are each the best of those that contain none before them", () => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const { covers } = bestCovers(puzzle, { most: 3, effort: UNBOUNDED });
        const before: Cover[] = [];
        let left = everyCover(puzzle);
        for (const cover of covers) {
          expect(worth(cover)).toEqual(worth(left[0]));
          before.push(cover);
          left = left.filter(({ members }) => !cover.members.every((set) => members.includes(set)));
        }
        if (covers.length < 3) expect(left).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("are none when a demand is met by nobody", () => {
    expect(bestCovers(puzzleOf(2, [{ meets: [0], cost: 1 }]), { most: 3, effort: 10 }).covers).toEqual([]);
  });
});
