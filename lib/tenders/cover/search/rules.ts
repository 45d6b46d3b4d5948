import { and, type Bits, bitsOf, count, drop, has, isWithin, numbersOf, remove } from "../bits/rules.ts";
import { goodPrices, type Incidence, type Prices, pricesFor } from "../dual/rules.ts";

/**
 * The smallest sets that cover everything: exact by branch and bound, within a bounded effort.
 *
 * A set cover is hard in general (Karp 1972); what makes it quick here is what is thrown away first
 * (demands and sets that others make useless) and two bounds that every node of the search recomputes.
 */
export interface Puzzle {
  /** How many demands there are, numbered from 0. */
  demands: number;
  /** Which demands each set meets. */
  sets: Bits[];
  /** Whole numbers, never negative: of two covers of the same size, the cheaper is the better. */
  costs: number[];
}

export interface Cover {
  /** Indices of sets, ascending. */
  members: number[];
  cost: number;
}

export interface Limits {
  /** Sets that are in whatever they bring, and sets that must not be. */
  include?: number[];
  exclude?: ReadonlySet<number>;
  /** How many nodes are looked at: beyond, the best found so far is given, and said not to be proven. */
  effort: number;
}

export interface Found extends Cover {
  isProven: boolean;
  /** No cover has fewer members: its size when proven. */
  atLeast: number;
}

/** The cover with the fewest members, then the cheapest; null when some demand is met by nobody. */
export function smallestCover(puzzle: Puzzle, { include = [], exclude = new Set(), effort }: Limits): Found | null {
  const needed = bitsOf(Array(puzzle.demands).keys(), puzzle.demands);
  for (const set of include) remove(needed, puzzle.sets[set]);
  const usable = [...puzzle.sets.keys()].filter((set) => !exclude.has(set) && !include.includes(set));
  const rest = reduce(puzzle, needed, usable);
  if (!rest) return null;
  const { members, isProven, atLeast } = search(puzzle, rest, effort);
  const all = [...include, ...rest.taken, ...members].sort((a, b) => a - b);
  return {
    members: all,
    cost: costOf(puzzle, all),
    isProven,
    atLeast: include.length + rest.taken.length + atLeast,
  };
}

/**
 * The best covers, best first, none containing another: after each, the next best of all that do without
 * one of its members (Lawler 1972). The first has most of the effort, and is the one said to be proven or not.
 */
export function bestCovers(
  puzzle: Puzzle,
  { most, include = [], effort }: { most: number; include?: number[]; effort: number },
): { covers: Cover[]; isProven: boolean; atLeast: number } {
  const first = smallestCover(puzzle, { include, effort });
  if (!first) return { covers: [], isProven: true, atLeast: 0 };
  const covers: Cover[] = [];
  let open = [{ include, exclude: new Set<number>(), best: first }];
  for (let next = takeBest(); next && covers.length < most; next = takeBest()) {
    covers.push({ members: next.best.members, cost: next.best.cost });
    if (covers.length < most) open.push(...without(puzzle, next, Math.ceil(effort / 40)));
  }
  return { covers, isProven: first.isProven, atLeast: first.atLeast };

  function takeBest() {
    const [best, ...others] = open.sort((a, b) => compare(a.best, b.best));
    open = others;
    return best;
  }
}

interface Cell {
  include: number[];
  exclude: Set<number>;
  best: Found;
}

/** What is left of a cell once its best is taken, in parts that do not overlap: each forbids one more of its members. */
function without(puzzle: Puzzle, { include, exclude, best }: Cell, effort: number): Cell[] {
  const free = best.members.filter((set) => !include.includes(set));
  return free.flatMap((forbidden, index) => {
    const part = { include: [...include, ...free.slice(0, index)], exclude: new Set([...exclude, forbidden]) };
    const found = smallestCover(puzzle, { ...part, effort });
    return found ? [{ ...part, best: found }] : [];
  });
}

function compare(a: Cover, b: Cover): number {
  return a.members.length - b.members.length || a.cost - b.cost;
}

interface Rest {
  /** Sets that every cover needs, as the only ones to meet something. */
  taken: number[];
  needed: Bits;
  usable: number[];
}

/** Leaves out what cannot matter, again and again until nothing does; null when a demand is met by nobody. */
function reduce(puzzle: Puzzle, needed: Bits, usable: number[]): Rest | null {
  const rest: Rest = { taken: [], needed, usable };
  for (let isShrinking = true; isShrinking; ) {
    rest.usable = undominated(puzzle, rest);
    const holders = numbersOf(rest.needed).map((demand) => ({
      demand,
      by: rest.usable.filter((set) => has(puzzle.sets[set], demand)),
    }));
    if (holders.some(({ by }) => by.length === 0)) return null;
    const forced = new Set(holders.filter(({ by }) => by.length === 1).flatMap(({ by }) => by));
    for (const set of forced) remove(rest.needed, puzzle.sets[set]);
    rest.taken.push(...forced);
    rest.usable = rest.usable.filter((set) => !forced.has(set));
    const implied = forced.size > 0 ? [] : impliedDemands(holders);
    for (const demand of implied) drop(rest.needed, demand);
    isShrinking = forced.size > 0 || implied.length > 0;
  }
  return rest;
}

/** Without the sets of which another meets as much for no higher cost. */
function undominated({ sets, costs }: Puzzle, { needed, usable }: Rest): number[] {
  const ranked = usable
    .map((set) => ({ set, part: and(sets[set], needed), cost: costs[set] ?? 0 }))
    .map((each) => ({ ...each, size: count(each.part) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.cost - b.cost || b.size - a.size || a.set - b.set);
  const kept: typeof ranked = [];
  for (const one of ranked) {
    if (!kept.some((other) => other.size >= one.size && isWithin(one.part, other.part))) kept.push(one);
  }
  return kept.map(({ set }) => set);
}

/** Demands that are met whenever another is: whoever meets that one meets them. */
function impliedDemands(holders: { demand: number; by: number[] }[]): number[] {
  const ranked = holders.map(({ demand, by }) => ({ demand, by: new Set(by) })).sort((a, b) => a.by.size - b.by.size);
  const kept: typeof ranked = [];
  return ranked.flatMap((one) => {
    if (kept.some(({ by }) => by.isSubsetOf(one.by))) return [one.demand];
    kept.push(one);
    return [];
  });
}

/** Depth first, the rarest demand first; a branch that cannot be better than the best found is left. */
function search(puzzle: Puzzle, { needed, usable }: Rest, effort: number) {
  const sets = usable.map((set) => and(puzzle.sets[set], needed));
  const costs = usable.map((set) => puzzle.costs[set] ?? 0);
  const asked = numbersOf(needed);
  const holders = Array.from({ length: puzzle.demands }, (_, demand) =>
    sets.flatMap((set, index) => (has(set, demand) ? [index] : [])),
  );
  // The rarest first: where the choice is least, and where prices are best raised.
  asked.sort((a, b) => (holders[a]?.length ?? 0) - (holders[b]?.length ?? 0) || a - b);
  const incidence = { holders, demands: sets.map(numbersOf) };
  const first = greedy(sets, costs, asked, () => 1);
  // A search of a few nodes is not worth long preparations.
  const steps = Math.min(120, Math.max(20, Math.round(effort / 5)));
  const whole = goodPrices(incidence, asked, { target: first.members.length, steps });
  const second = greedy(sets, costs, asked, (demand) => (whole[demand] ?? 0) + 1e-3);
  const tree: Tree = {
    sets,
    costs,
    incidence,
    whole,
    prices: { sum: 0, slack: new Float64Array(sets.length) },
    banned: new Uint8Array(sets.length),
    chosen: [],
    best: compare(second, first) < 0 ? second : first,
    effort,
    spent: 0,
    atLeast: 0,
  };
  visit(tree, asked, 0);
  const isProven = tree.spent <= effort;
  return {
    members: tree.best.members.map((index) => usable[index] ?? 0),
    isProven,
    atLeast: isProven ? tree.best.members.length : tree.atLeast,
  };
}

/** What a search looks at, and where it is. Sets are numbered anew, among those that are usable. */
interface Tree {
  readonly sets: Bits[];
  readonly costs: number[];
  readonly incidence: Incidence;
  /** Good prices for the whole, from which those of each node are made, in place. */
  readonly whole: Float64Array;
  readonly prices: Prices;
  /** Sets that this branch does without. */
  readonly banned: Uint8Array;
  readonly chosen: number[];
  best: Cover;
  readonly effort: number;
  spent: number;
  atLeast: number;
}

function visit(tree: Tree, missing: number[], cost: number): void {
  const { sets, costs, incidence, whole, prices, banned, chosen } = tree;
  if (tree.spent > tree.effort) return;
  tree.spent += 1;
  if (missing.length === 0) {
    if (compare({ members: chosen, cost }, tree.best) < 0) tree.best = { members: [...chosen], cost };
    return;
  }
  pricesFor(incidence, missing, whole, banned, prices);
  // Sums of fractions are a hair off: what is nearly a whole number is one.
  const least = (more: number) => chosen.length + Math.ceil(prices.sum + more - 1e-6);
  if (chosen.length === 0) tree.atLeast = least(0);
  if (least(0) > tree.best.members.length) return;
  const view = viewOf(tree, missing);
  if (!view || (least(0) === tree.best.members.length && cost + view.cost >= tree.best.cost)) return;
  const candidates = view.rarest
    // With a set whose prices leave much of one, that much more is to be paid.
    .filter((index) => least(prices.slack[index] ?? 0) <= tree.best.members.length)
    .map((index) => ({ index, gain: view.gains[index] ?? 0, cost: costs[index] ?? 0 }))
    .sort((a, b) => b.gain - a.gain || a.cost - b.cost || a.index - b.index);
  for (const { index, cost: own } of candidates) {
    chosen.push(index);
    visit(
      tree,
      missing.filter((demand) => !has(sets[index], demand)),
      cost + own,
    );
    chosen.pop();
    // Every cover with this one was seen: the next branches do without it.
    banned[index] = 1;
  }
  for (const { index } of candidates) banned[index] = 0;
}

/** What each set would bring, who meets the rarest demand, and the least cost: null when one is out of reach. */
function viewOf({ sets, costs, incidence: { holders }, banned }: Tree, missing: number[]) {
  const gains = new Int32Array(sets.length);
  for (const demand of missing) for (const index of holders[demand] ?? []) gains[index] = (gains[index] ?? 0) + 1;
  let rarest = -1;
  let fewest = Number.POSITIVE_INFINITY;
  let cost = 0;
  // Seen at every node: loops that leave nothing to be collected.
  for (const demand of missing) {
    let open = 0;
    let cheapest = Number.POSITIVE_INFINITY;
    for (const index of holders[demand] ?? []) {
      if (banned[index]) continue;
      open += 1;
      const part = (costs[index] ?? 0) / (gains[index] ?? 1);
      if (part < cheapest) cheapest = part;
    }
    if (open === 0) return null;
    if (open < fewest) [rarest, fewest] = [demand, open];
    cost += cheapest;
  }
  const holding = (holders[rarest] ?? []).filter((index) => !banned[index]);
  return { gains, rarest: holding, cost: Math.ceil(cost - 1e-6) };
}

/** A good cover at once: always the set that brings most of what is left, as `worth` weighs it. */
function greedy(sets: Bits[], costs: number[], asked: number[], worth: (demand: number) => number): Cover {
  const members: number[] = [];
  for (let missing = asked; missing.length > 0; ) {
    let best = 0;
    let widest = -1;
    for (const [index, set] of sets.entries()) {
      const gain = missing.reduce((sum, demand) => (has(set, demand) ? sum + worth(demand) : sum), 0);
      if (gain > widest || (gain === widest && (costs[index] ?? 0) < (costs[best] ?? 0)))
        [best, widest] = [index, gain];
    }
    members.push(best);
    const taken = sets[best];
    missing = missing.filter((demand) => !has(taken, demand));
  }
  return { members, cost: members.reduce((sum, index) => sum + (costs[index] ?? 0), 0) };
}

function costOf({ costs }: Puzzle, members: number[]): number {
  return members.reduce((sum, set) => sum + (costs[set] ?? 0), 0);
}
