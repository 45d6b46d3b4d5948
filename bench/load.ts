import autocannon from "autocannon";

export interface Target {
  name: string;
  url: string;
  headers?: Record<string, string>;
  /** Each request says another visitor, as behind a proxy: one alone has an allowance. */
  isManyVisitors?: boolean;
  /** Processor seconds that the server has used since its start. */
  cpuSeconds: () => Promise<number>;
  /** Begins what disturbs the server meanwhile, and gives the function that ends it. */
  disturb?: () => () => Promise<void>;
}

export interface Figures {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Of the server's process alone, without the database. */
  cpuMsPerRequest: number;
  bytes: number;
  failed: number;
}

const CONNECTIONS = 16;

/** Runs the targets one after the other, `rounds` times, and gives each one's median round: drift hits all alike. */
export async function measure(
  targets: Target[],
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Figures[]> {
  const runs = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) runs.get(target.name)?.push(await load(target, seconds));
  }
  return targets.map(({ name }) => medianOf(runs.get(name) ?? []));
}

async function load(target: Target, seconds: number): Promise<Figures> {
  const { name, url, isManyVisitors = false, cpuSeconds } = target;
  const headers = { "accept-encoding": "gzip", ...target.headers };
  const calm = target.disturb?.();
  const before = await cpuSeconds();
  const result = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
    ...(isManyVisitors ? { requests: visitors().map((address) => ({ headers: { ...headers, ...address } })) } : {}),
  });
  const used = (await cpuSeconds()) - before;
  await calm?.();
  return {
    name,
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: Math.round((used * 1e6) / Math.max(result.requests.total, 1)) / 1e3,
    bytes: Math.round(result.throughput.total / Math.max(result.requests.total, 1)),
    failed: result.non2xx + result.errors,
  };
}

function visitors(): { "x-forwarded-for": string }[] {
  return Array.from({ length: 1_000 }, (_, number) => ({
    "x-forwarded-for": `10.0.${number >> 8}.${number & 255}`,
  }));
}

function medianOf(runs: Figures[]): Figures {
  const sorted = [...runs].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}
