import { type Browser, type CDPSession, chromium } from "playwright";
import { openBrowser } from "../scripts/browser.ts";

export interface FirstLoad {
  path: string;
  requests: number;
  /** On the wire, compressed. */
  bytes: number;
  scriptBytes: number;
  /** Largest contentful paint, milliseconds. */
  lcp: number;
}

interface Visit {
  url: string;
  headers?: Record<string, string>;
}

/** Each page, cold, in a real browser: what comes over the wire. */
export async function measureFirstLoads(visits: Visit[]): Promise<FirstLoad[]> {
  const executablePath = await openBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const loads: FirstLoad[] = [];
  for (const visit of visits) loads.push(await measureFirstLoad(browser, visit));
  await browser.close();
  return loads;
}

async function measureFirstLoad(browser: Browser, { url, headers = {} }: Visit): Promise<FirstLoad> {
  // A context of its own has an empty cache.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, extraHTTPHeaders: headers });
  const page = await context.newPage();
  const traffic = await listen(await context.newCDPSession(page));
  await page.goto(url, { waitUntil: "networkidle" });
  const lcp = Math.round(await page.evaluate(largestPaint));
  await context.close();
  return { path: new URL(url).pathname, ...traffic(), lcp };
}

async function listen(session: CDPSession) {
  const types = new Map<string, string>();
  let bytes = 0;
  let scriptBytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (types.get(requestId) === "Script") scriptBytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => ({ requests: types.size, bytes, scriptBytes });
}

function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
    setTimeout(() => resolve(0), 1_000);
  });
}
