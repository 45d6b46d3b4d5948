import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { openBrowser } from "../scripts/browser.ts";
import { freePort } from "../scripts/postgres/cluster.ts";

export interface Scores {
  path: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Largest contentful paint and total blocking time on the phone it imagines, milliseconds. */
  lcp: number;
  tbt: number;
  /** Audits that are not perfect, performance's aside. */
  complaints: string;
}

const ROUNDS = 3;

/** Lighthouse's phone, three times a page, in rounds: a slow minute of the machine hits all alike. The median of each. */
export async function audit(urls: string[]): Promise<Scores[]> {
  const port = await freePort();
  const executablePath = await openBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  const runs = new Map<string, Scores[]>(urls.map((url) => [url, []]));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const url of urls) runs.get(url)?.push(await auditOnce(url, port));
    }
  } finally {
    await browser.close();
  }
  return urls.map((url) => medianOf(runs.get(url) ?? []));
}

async function auditOnce(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const complaints = ["accessibility", "best-practices", "seo"]
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id);
  return {
    path: new URL(url).pathname,
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    seo: score("seo"),
    lcp: Math.round(audits["largest-contentful-paint"]?.numericValue ?? 0),
    tbt: Math.round(audits["total-blocking-time"]?.numericValue ?? 0),
    complaints: complaints.join(" "),
  };
}

function medianOf(runs: Scores[]): Scores {
  const sorted = [...runs].sort((a, b) => a.performance - b.performance);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}
