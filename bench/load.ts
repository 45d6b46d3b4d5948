import autocannon from "autocannon";

export interface Target {
  name: string;
  url: string;
  headers?: Record<string, string>;
}

export interface Figures {
  name: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
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

async function load({ name, url, headers = {} }: Target, seconds: number): Promise<Figures> {
  const result = await autocannon({
    url,
    headers: { "accept-encoding": "gzip", ...headers },
    connections: CONNECTIONS,
    duration: seconds,
  });
  return {
    name,
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / Math.max(result.requests.total, 1)),
    failed: result.non2xx + result.errors,
  };
}

function medianOf(runs: Figures[]): Figures {
  const sorted = [...runs].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}
