import type { Client } from "pg";
import { createDb } from "../lib/platform/db.ts";
import { withClient } from "../scripts/database/open.ts";
import { copyDatabase, dropDatabase, percentile, timed } from "./copy.ts";

export interface Counted {
  /** Of one call, milliseconds. */
  p50: number;
  p99: number;
  /** SQL statements of one call. */
  queries: number;
}

/** On a copy of the portal's database with more in it: how long each call takes, and how many statements. */
export async function measureCounted<Name extends string>(
  adminUrl: string,
  { database, generate, runs }: { database: string; generate: (client: Client) => Promise<void>; runs: number },
  calls: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, Counted>> {
  const url = await copyDatabase(adminUrl, database);
  await withClient(url, generate);
  // Queries open the process's own client: it must be this database's, with its statements counted.
  process.env.COUNT_QUERIES = "1";
  const client = createDb(url);
  let statements = 0;
  client.$on("query", () => {
    statements += 1;
  });
  Object.assign(globalThis, { tacticDb: client });
  const measured = {} as Record<Name, Counted>;
  for (const name of Object.keys(calls) as Name[]) {
    await calls[name]();
    statements = 0;
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await timed(calls[name]));
    measured[name] = { p50: percentile(times, 0.5), p99: percentile(times, 0.99), queries: statements / runs };
  }
  await client.$disconnect();
  await dropDatabase(adminUrl, database);
  return measured;
}
