import type { Counted } from "./counted.ts";
import type { CoverFigures } from "./cover.ts";
import { PLAIN } from "./internships.ts";
import type { Figures } from "./load.ts";
import type { ProposalFigures } from "./proposals.ts";
import type { SearchFigures } from "./search.ts";
import type { Stress } from "./stress.ts";

/** What is promised is a ratio within one run: the machine's own speed cancels out. */
export interface Measure {
  what: string;
  ratio: number;
  promised: string;
  verdict: "pass" | "miss" | "printed";
}

interface Results {
  loads: Figures[];
  stress: Stress;
  search: SearchFigures[];
  expectations: Record<string, Counted>;
  internships: Record<string, Counted>;
  proposals: ProposalFigures;
  cover: CoverFigures;
}

export const LIMITS = { prepared: "limit: prepared string", queried: "limit: one query, 24 rows" } as const;
/** The bare server of this page, compressed once. */
export const bare = (page: string) => `limit: ${page}, prepared gzip`;
export const DISTURBED = "directory, cached, an edit every half second";

export function measuresOf({ loads, stress, search, expectations, internships, proposals, cover }: Results): Measure[] {
  const of = (name: string) => {
    const figures = loads.find((each) => each.name === name);
    if (!figures) throw new Error(`${name} was not measured`);
    return figures;
  };
  const p50 = (rows: number) => search.find((figures) => figures.rows === rows)?.p50 ?? Number.NaN;
  const deep = search.find((figures) => figures.lastPageMs !== undefined);
  // autocannon counts whole milliseconds: below one there is nothing to divide by.
  const p99 = (name: string) => Math.max(of(name).p99, 1);
  const rate = (name: string) => of(name).requestsPerSecond;
  return [
    ...["home", "directory", "member page"].flatMap((page) => [
      atLeast(0.4, `${page}, cached: requests a second / bare server`, rate(`${page}, cached`) / rate(bare(page))),
      atMost(5, `${page}, cached: p99 / bare server`, p99(`${page}, cached`) / p99(bare(page))),
    ]),
    atMost(
      25,
      "directory, uncached: processor a request / one query",
      of("directory, uncached").cpuMsPerRequest / of(LIMITS.queried).cpuMsPerRequest,
    ),
    atMost(
      10,
      "directory, cached: p99 with an edit every half second / without",
      p99(DISTURBED) / p99("directory, cached"),
    ),
    atMost(0, "two servers: reads older than their commit + 100 ms", stress.olderBeyond100Ms),
    atLeast(0.3, "API search: requests a second / one query", rate("API search, cached") / rate(LIMITS.queried)),
    printed("API search, uncached: requests a second / one query", rate("API search, uncached") / rate(LIMITS.queried)),
    atMost(3, "search p50: 100,000 members / 1,000", p50(100_000) / p50(1_000)),
    atMost(2, "last page of 50,000 / first", (deep?.lastPageMs ?? Number.NaN) / (deep?.firstPageMs ?? Number.NaN)),
    atMost(
      3,
      "a page of 5,000 expectations: SQL statements",
      Math.max(...Object.values(expectations).map(({ queries }) => queries)),
    ),
    // The promises in milliseconds: a person waits for the page.
    atMost(150, "dates for 5 commissions of 200 members: p99, milliseconds", proposals.p99),
    atMost(6, "dates for 5 commissions of 200 members: SQL statements", proposals.queries),
    atMost(200, "teams for 30 lots among 350 members: p99, milliseconds", cover.p99),
    atMost(4, "teams for 30 lots among 350 members: SQL statements", cover.queries),
    atMost(
      3,
      "a search of 20,000 offers: SQL statements",
      Math.max(...Object.values(internships).map(({ queries }) => queries)),
    ),
    atMost(
      3,
      "a search of 20,000 offers by distance and period: p99 / plain list",
      (internships["distance and period"]?.p99 ?? Number.NaN) / (internships[PLAIN]?.p99 ?? Number.NaN),
    ),
    atMost(
      0,
      "requests that failed",
      loads.reduce((sum, { failed }) => sum + failed, 0),
    ),
  ];
}

export function atLeast(limit: number, what: string, value: number): Measure {
  return { what, ratio: rounded(value), promised: `at least ${limit}`, verdict: value >= limit ? "pass" : "miss" };
}

export function atMost(limit: number, what: string, value: number): Measure {
  return { what, ratio: rounded(value), promised: `at most ${limit}`, verdict: value <= limit ? "pass" : "miss" };
}

function printed(what: string, value: number): Measure {
  return { what, ratio: rounded(value), promised: "", verdict: "printed" };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
