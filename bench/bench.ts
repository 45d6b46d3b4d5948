import { withClient } from "../scripts/database/open.ts";
import { freePort } from "../scripts/postgres/cluster.ts";
import { start } from "../scripts/process.ts";
import { startSecondServer } from "../test/second-server.ts";
import { benchCover } from "./cover.ts";
import { benchExpectations } from "./expectations.ts";
import { benchInternships } from "./internships.ts";
import { measure, type Target } from "./load.ts";
import { type Portal, startPortal } from "./portal.ts";
import { bare, DISTURBED, LIMITS, measuresOf } from "./promises.ts";
import { benchProposals } from "./proposals.ts";
import { keep } from "./results.ts";
import { benchSearch } from "./search.ts";
import { stress } from "./stress.ts";

// A forged session sends a request past the page cache, to Next: what a page costs when nothing is kept.
const UNCACHED = { cookie: "tactic-session=none" };
const PATHS: [string, string][] = [
  ["home", "/"],
  ["directory", "/annuaire"],
  ["filtered search", "/annuaire?q=sauvegarde&ville=lens"],
  ["member page", "/annuaire/adviser"],
  ["commission page", "/commissions/developpement"],
];
const SEARCH = "/api/v1/members?q=sauvegarde";

/** Starts a portal and the limits, measures them interleaved, prints the tables and writes the JSON. */
async function main(): Promise<void> {
  const portal = await startPortal();
  const limits = await startLimits(portal);
  try {
    const loads = await measure([...limits.targets, ...portalTargets(portal)], {
      rounds: 3,
      seconds: Number(process.env.BENCH_SECONDS ?? 4),
    });
    console.table(Object.fromEntries(loads.map(({ name, ...figures }) => [name, figures])));
    const queries = await countQueries(portal);
    console.log("SQL statements per request (uncached):");
    console.table(queries);
    const stressed = await stressTwo(portal);
    console.log("Two servers, one page, many changes:");
    console.table(stressed);
    const search = await benchSearch(portal.adminUrl);
    console.log("Search, milliseconds:");
    console.table(search.map(({ byKind, ...figures }) => ({ ...figures, ...byKind })));
    const proposals = await benchProposals(portal.adminUrl);
    console.log("Dates proposed to five commissions, milliseconds (promised: p99 at most 150, at most 6 statements):");
    console.table([proposals]);
    const expectations = await benchExpectations(portal.adminUrl);
    console.log("A page of 5,000 expectations, milliseconds (promised: at most 3 statements):");
    console.table(expectations);
    const internships = await benchInternships(portal.adminUrl);
    console.log("A search of 20,000 offers, milliseconds (promised: at most 3 statements, p99 at most 3 plain lists):");
    console.table(internships);
    const cover = await benchCover(portal.adminUrl);
    console.log("Teams for 30 lots among 350 members, milliseconds (promised: p99 at most 200, at most 4 statements):");
    console.table([cover]);
    const measures = measuresOf({ loads, stress: stressed, search, expectations, internships, proposals, cover });
    keep("latest", { measures, loads, queries, stress: stressed, search, proposals, expectations, internships, cover });
  } finally {
    limits.stop();
    await portal.stop();
  }
}

async function stressTwo({ url, folder, adminUrl }: Portal) {
  const second = await startSecondServer(folder, { TRUSTED_PROXIES: "1" });
  try {
    return await stress([url, second.url], adminUrl);
  } finally {
    await second.stop();
  }
}

function portalTargets(portal: Portal): Target[] {
  const { url, cpuSeconds } = portal;
  const uncached = { headers: UNCACHED, isManyVisitors: true, cpuSeconds };
  return [
    ...PATHS.map(([name, path]): Target => ({ name: `${name}, cached`, url: url + path, cpuSeconds })),
    { name: DISTURBED, url: `${url}/annuaire`, cpuSeconds, disturb: () => editRepeatedly(portal.adminUrl) },
    ...PATHS.map(([name, path]): Target => ({ name: `${name}, uncached`, url: url + path, ...uncached })),
    { name: "API search, cached", url: url + SEARCH, cpuSeconds },
    { name: "API search, uncached", url: url + SEARCH, ...uncached },
  ];
}

/** A member's page is changed every half second, and with it every page that lists members. */
function editRepeatedly(adminUrl: string): () => Promise<void> {
  let isOver = false;
  const editing = withClient(adminUrl, async (client) => {
    while (!isOver) {
      await client.query(`UPDATE structure SET "updatedAt" = now() WHERE slug = 'adviser'`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
  return () => {
    isOver = true;
    return editing;
  };
}

async function startLimits({ databaseUrl, url }: Portal) {
  const ports = [await freePort(), await freePort(), await freePort()];
  const child = start("node", ["bench/limits.ts", ...ports.map(String), databaseUrl, url], { isQuiet: true });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  const [prepared = "", compressed = "", queried = ""] = ports.map((port) => `http://127.0.0.1:${port}`);
  const cpuSeconds = async () => Number(await (await fetch(`${prepared}/cpu`)).text());
  const targets: Target[] = [
    { name: LIMITS.prepared, url: `${prepared}/annuaire`, cpuSeconds },
    ...PATHS.filter(([name]) => name !== "filtered search" && name !== "commission page").map(
      ([name, path]): Target => ({ name: bare(name), url: compressed + path, cpuSeconds }),
    ),
    { name: LIMITS.queried, url: `${queried}/`, cpuSeconds },
  ];
  return { targets, stop: () => child.kill() };
}

/** SQL statements per uncached request: each is one transaction, and PostgreSQL counts those. */
async function countQueries({ url, adminUrl }: Portal): Promise<Record<string, number>> {
  const requests = 20;
  const counted: Record<string, number> = {};
  for (const [name, path] of [...PATHS, ["API search", SEARCH] as [string, string]]) {
    // PostgreSQL's own housekeeping is counted too, now and then: the smallest of three is ours.
    const rounds: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = await transactions(adminUrl);
      const headers = { ...UNCACHED, "x-forwarded-for": `10.1.${round}.${path.length}` };
      for (let done = 0; done < requests; done += 1) await (await fetch(url + path, { headers })).text();
      rounds.push(Math.round((await transactions(adminUrl)) - before) / requests);
    }
    counted[name] = Math.round(Math.min(...rounds));
  }
  return counted;
}

/** Committed transactions of the application's role. Backends report within a second of going idle. */
async function transactions(adminUrl: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query(`SELECT xact_commit FROM pg_stat_database WHERE datname = 'tactic'`);
    return Number(rows[0].xact_commit);
  });
}

await main();
process.exit(process.exitCode ?? 0);
