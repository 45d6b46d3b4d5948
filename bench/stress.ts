import { performance } from "node:perf_hooks";
import { withClient } from "../scripts/database/open.ts";

export interface Stress {
  writes: number;
  reads: number;
  /** Reads that showed less than what had been committed when they began, within and beyond 100 ms of the commit. */
  olderWithin100Ms: number;
  olderBeyond100Ms: number;
  /** From the commit to the first read that showed it, on each server. */
  seenP50Ms: number;
  seenMaxMs: number;
}

const WRITES = 250;
const READERS_PER_SERVER = 4;
const TOLERATED_MS = 100;

/** Changes the club's address, which every page shows, while several readers of each server look at it. */
export async function stress(servers: string[], adminUrl: string): Promise<Stress> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query(`SELECT "contactEmail" AS was FROM club`);
    const committedAt: number[] = [];
    const seenAt = servers.map(() => new Map<number, number>());
    const counts = { reads: 0, olderWithin100Ms: 0, olderBeyond100Ms: 0 };
    let isOver = false;
    const read = async (server: string, seen: Map<number, number> | undefined) => {
      while (!isOver) {
        const begun = performance.now();
        const latest = committedAt.length - 1;
        const answer = await fetch(`${server}/le-club`, { headers: anotherVisitor() });
        // A refusal says nothing of what is kept: it must not pass for an old page, nor for a fresh one.
        if (!answer.ok) throw new Error(`${server} answered ${answer.status}`);
        const html = await answer.text();
        const shown = Number(/version-(\d+)@/.exec(html)?.[1] ?? -1);
        if (shown >= 0 && !seen?.has(shown)) seen?.set(shown, performance.now());
        counts.reads += 1;
        if (shown >= latest) continue;
        // The first change that it does not show: how long had it been there?
        const age = begun - (committedAt[shown + 1] ?? begun);
        counts[age > TOLERATED_MS ? "olderBeyond100Ms" : "olderWithin100Ms"] += 1;
      }
    };
    const readers = servers.flatMap((server, index) =>
      Array.from({ length: READERS_PER_SERVER }, () => read(server, seenAt[index])),
    );
    for (let version = 0; version < WRITES; version += 1) {
      await client.query(`UPDATE club SET "contactEmail" = $1`, [`version-${version}@club.example`]);
      committedAt.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    isOver = true;
    await Promise.all(readers);
    await client.query(`UPDATE club SET "contactEmail" = $1`, [rows[0].was]);
    const delays = seenAt.flatMap((seen) => Array.from(seen, ([version, at]) => at - (committedAt[version] ?? at)));
    delays.sort((a, b) => a - b);
    return {
      writes: WRITES,
      ...counts,
      seenP50Ms: Math.round(delays[Math.floor(delays.length / 2)] ?? Number.NaN),
      seenMaxMs: Math.round(delays.at(-1) ?? Number.NaN),
    };
  });
}

/** An address behind the proxy that the servers trust: most reads miss here, and one visitor has an allowance. */
function anotherVisitor(): { "x-forwarded-for": string } {
  const part = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `10.${part()}.${part()}.1` };
}
