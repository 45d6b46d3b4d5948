import { type CDPSession, chromium } from "playwright";
import { PUBLIC_PAGES } from "../lib/platform/public-pages.ts";
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

/** An example of each page that has a slug. */
const EXAMPLES: Record<string, string> = {
  "/annuaire/[slug]": "/annuaire/scarpe-informatique",
  "/commissions/[slug]": "/commissions/developpement",
  "/agenda/[slug]": "/agenda/lancement-du-club",
  "/stages/[slug]": "/stages/developpement-d-un-portail-client-f-h",
  "/actualites/[slug]": "/actualites/portes-ouvertes-douze-ateliers-visites-en-un-apres-midi",
};

/** Every public page and the sign-in page, cold, in a real browser: what comes over the wire. */
export async function measureFirstLoads(origin: string): Promise<FirstLoad[]> {
  const executablePath = await openBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const loads: FirstLoad[] = [];
  for (const path of [...PUBLIC_PAGES.map((page) => EXAMPLES[page.path] ?? page.path), "/connexion"]) {
    // A context of its own has an empty cache.
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const traffic = await listen(await context.newCDPSession(page));
    await page.goto(origin + path, { waitUntil: "networkidle" });
    loads.push({ path, ...traffic(), lcp: Math.round(await page.evaluate(largestPaint)) });
    await context.close();
  }
  await browser.close();
  return loads;
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
