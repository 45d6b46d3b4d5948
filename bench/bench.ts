import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../scripts/database/open.ts";
import { freePort } from "../scripts/postgres/cluster.ts";
import { root, start } from "../scripts/process.ts";
import { type FirstLoad, measureFirstLoads } from "./first-load.ts";
import { type Figures, measure, type Target } from "./load.ts";
import { type Portal, startPortal } from "./portal.ts";
import { benchProposals, type ProposalFigures } from "./proposals.ts";
import { benchSearch } from "./search.ts";

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

/** Starts a portal and the limits, measures them interleaved, prints the table and writes the JSON. */
async function main(): Promise<void> {
  const portal = await startPortal();
  const limits = await startLimits(portal);
  try {
    const pages = await measure(
      [
        { name: "limit: prepared string", url: limits.prepared },
        { name: "limit: prepared gzip", url: limits.compressed },
        { name: "limit: one query, 24 rows", url: limits.queried },
        ...PATHS.map(([name, path]): Target => ({ name: `${name}, cached`, url: portal.url + path })),
        ...PATHS.map(
          ([name, path]): Target => ({ name: `${name}, uncached`, url: portal.url + path, headers: UNCACHED }),
        ),
        { name: "API search, cached", url: portal.url + SEARCH },
        { name: "API search, uncached", url: portal.url + SEARCH, headers: UNCACHED },
      ],
      { rounds: 3, seconds: Number(process.env.BENCH_SECONDS ?? 4) },
    );
    const queries = await countQueries(portal);
    const search = await benchSearch(portal.adminUrl);
    const proposals = await benchProposals(portal.adminUrl);
    const firstLoads = await measureFirstLoads(portal.url);
    report({ pages, queries, search, proposals, firstLoads });
  } finally {
    limits.stop();
    await portal.stop();
  }
}

async function startLimits({ databaseUrl, url }: Portal) {
  const ports = [await freePort(), await freePort(), await freePort()];
  const child = start("node", ["bench/limits.ts", ...ports.map(String), databaseUrl, `${url}/annuaire`], {
    isQuiet: true,
  });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  const [prepared, compressed, queried] = ports.map((port) => `http://127.0.0.1:${port}/`);
  return { prepared: prepared ?? "", compressed: compressed ?? "", queried: queried ?? "", stop: () => child.kill() };
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
      for (let done = 0; done < requests; done += 1) await (await fetch(url + path, { headers: UNCACHED })).text();
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

interface Results {
  pages: Figures[];
  queries: Record<string, number>;
  search: Awaited<ReturnType<typeof benchSearch>>;
  proposals: ProposalFigures;
  firstLoads: FirstLoad[];
}

function report({ pages, queries, search, proposals, firstLoads }: Results): void {
  console.table(Object.fromEntries(pages.map(({ name, ...figures }) => [name, figures])));
  console.log("SQL statements per request (uncached):");
  console.table(queries);
  console.log("Search, milliseconds:");
  console.table(search.map(({ byKind, ...figures }) => ({ ...figures, ...byKind })));
  console.log("Dates proposed, milliseconds (promised: p99 at most 150, at most 6 statements):");
  console.table([proposals]);
  console.log("First load, cold, in a browser (bytes on the wire):");
  console.table(firstLoads);
  const ratios = ratiosOf(pages, search);
  console.table(ratios);
  const folder = join(root, "bench-results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "latest.json"),
    `${JSON.stringify({ at: new Date(), pages, queries, search, proposals, firstLoads, ratios }, null, 2)}\n`,
  );
}

/** What is promised is a ratio within one run: the machine's own speed cancels out. */
function ratiosOf(pages: Figures[], search: Results["search"]): Record<string, { ratio: number; promised: string }> {
  const rate = (name: string) => pages.find((figures) => figures.name === name)?.requestsPerSecond ?? Number.NaN;
  const p50 = (rows: number) => search.find((figures) => figures.rows === rows)?.p50 ?? Number.NaN;
  const deep = search.find((figures) => figures.lastPageMs !== undefined);
  const rounded = (ratio: number) => Math.round(ratio * 100) / 100;
  return {
    "API search / one query": {
      ratio: rounded(rate("API search, cached") / rate("limit: one query, 24 rows")),
      promised: "at least 0.3",
    },
    "API search, uncached / one query": {
      ratio: rounded(rate("API search, uncached") / rate("limit: one query, 24 rows")),
      promised: "printed",
    },
    "cached home / prepared gzip": {
      ratio: rounded(rate("home, cached") / rate("limit: prepared gzip")),
      promised: "at least 0.4",
    },
    "cached directory / prepared gzip": {
      ratio: rounded(rate("directory, cached") / rate("limit: prepared gzip")),
      promised: "at least 0.4",
    },
    "cached member page / prepared gzip": {
      ratio: rounded(rate("member page, cached") / rate("limit: prepared gzip")),
      promised: "at least 0.4",
    },
    "search p50, 100,000 / 1,000": { ratio: rounded(p50(100_000) / p50(1_000)), promised: "at most 3" },
    "last page of 50,000 / first": {
      ratio: rounded((deep?.lastPageMs ?? Number.NaN) / (deep?.firstPageMs ?? Number.NaN)),
      promised: "at most 2",
    },
  };
}

await main();
process.exit(process.exitCode ?? 0);
