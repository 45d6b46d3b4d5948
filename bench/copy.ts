import { performance } from "node:perf_hooks";
import { withClient } from "../scripts/database/open.ts";

/** A copy of the portal's database under another name, and its address. */
export async function copyDatabase(adminUrl: string, name: string): Promise<string> {
  await withClient(at(adminUrl, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'tactic'`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE tactic`);
  });
  return at(adminUrl, name);
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100;
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
