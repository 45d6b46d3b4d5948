/**
 * What covering must take at least. Each demand is given a price, such that the prices in any one set never
 * sum to more than one: then no cover has fewer members than all prices together (linear duality).
 */
export interface Prices {
  sum: number;
  /** By set: what its prices leave of one. */
  slack: Float64Array;
}

/** Which sets meet a demand, and which demands a set meets. */
export interface Incidence {
  holders: number[][];
  demands: number[][];
}

/** Good prices for all demands that are asked, in `steps` that come nearer (subgradient, Held and Karp 1971). */
export function goodPrices(
  { holders, demands }: Incidence,
  asked: number[],
  { target, steps }: { target: number; steps: number },
): Float64Array {
  const prices = new Float64Array(holders.length);
  for (const demand of asked) {
    prices[demand] = 1 / Math.max(1, ...(holders[demand] ?? []).map((set) => demands[set]?.length ?? 1));
  }
  let best = prices.slice();
  let highest = Number.NEGATIVE_INFINITY;
  let pace = 1.2;
  for (let step = 0, stuck = 0; step < steps; step += 1) {
    const chosen = demands.map((ones) => sumOf(prices, ones) > 1);
    const overpaid = demands.reduce((sum, ones) => sum + Math.min(0, 1 - sumOf(prices, ones)), 0);
    const value = sumOf(prices, asked) + overpaid;
    if (value > highest + 1e-6) {
      highest = value;
      best = prices.slice();
      stuck = 0;
    } else if (++stuck >= 8) {
      pace /= 2;
      stuck = 0;
    }
    const lacking = asked.map((demand) => 1 - (holders[demand] ?? []).filter((set) => chosen[set]).length);
    const norm = lacking.reduce((sum, lack) => sum + lack * lack, 0);
    if (norm === 0) break;
    const stride = (pace * Math.max(target - value, 0.05)) / norm;
    for (const [index, demand] of asked.entries()) {
      prices[demand] = Math.max(0, (prices[demand] ?? 0) + stride * (lacking[index] ?? 0));
    }
  }
  return feasible({ holders, demands }, best);
}

/** The same prices, lowered where some set's sum to more than one. */
function feasible({ holders, demands }: Incidence, prices: Float64Array): Float64Array {
  const sums = demands.map((ones) => sumOf(prices, ones));
  return prices.map((price, demand) => price / Math.max(1, ...(holders[demand] ?? []).map((set) => sums[set] ?? 1)));
}

/**
 * Prices for the demands still `asked`: those of the whole puzzle, each then raised as far as its sets allow,
 * the rarest first. Sets that are banned allow everything.
 */
export function pricesFor(
  { holders }: Incidence,
  asked: number[],
  whole: Float64Array,
  banned: Uint8Array,
  prices: Prices,
): void {
  prices.slack.fill(1);
  prices.sum = 0;
  for (const demand of asked) {
    const price = whole[demand] ?? 0;
    prices.sum += price;
    for (const set of holders[demand] ?? []) prices.slack[set] = (prices.slack[set] ?? 0) - price;
  }
  for (const demand of asked) {
    let room = Number.POSITIVE_INFINITY;
    for (const set of holders[demand] ?? []) {
      if (!banned[set] && (prices.slack[set] ?? 0) < room) room = prices.slack[set] ?? 0;
    }
    if (room <= 1e-12 || room === Number.POSITIVE_INFINITY) continue;
    prices.sum += room;
    for (const set of holders[demand] ?? []) prices.slack[set] = (prices.slack[set] ?? 0) - room;
  }
}

function sumOf(prices: Float64Array, demands: number[]): number {
  let sum = 0;
  for (const demand of demands) sum += prices[demand] ?? 0;
  return sum;
}
