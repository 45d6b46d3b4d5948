import { withClient } from "../scripts/database/open.ts";
import { everyPublicPage } from "../test/public-page-examples.ts";
import { type FirstLoad, measureFirstLoads } from "./first-load.ts";
import { audit, type Scores } from "./lighthouse.ts";
import { startPortal } from "./portal.ts";
import { atLeast, atMost, type Measure } from "./promises.ts";
import { keep } from "./results.ts";

/** Public, rendered for each visitor, hydrated. They say `noindex` themselves: Lighthouse is not asked. */
const FORM_PAGES = ["/connexion"];

/**
 * Every public page in a real browser, cold: what comes over the wire, and what Lighthouse thinks of it on a
 * phone. As the public will see it: without the demonstration's banner, which forbids search engines.
 */
async function main(): Promise<void> {
  const portal = await startPortal();
  try {
    await withClient(portal.adminUrl, (client) => client.query('UPDATE club SET "isDemonstration" = false'));
    const reading = (await everyPublicPage(portal.url)).map(({ example }) => portal.url + example);
    // Past the page cache a page without any client component carries the framework, and nothing else.
    const bare = { url: `${portal.url}/mentions-legales`, headers: { cookie: "tactic-session=none" } };
    const [framework, ...loads] = await measureFirstLoads([
      bare,
      ...[...reading, ...FORM_PAGES.map((path) => portal.url + path)].map((url) => ({ url })),
    ]);
    console.table(loads);
    const scores = await audit(reading);
    console.table(scores);
    const measures = [...weightsOf(loads, framework?.scriptBytes ?? 0), ...scoresOf(scores)];
    keep("pages", { measures, framework, loads, scores });
  } finally {
    await portal.stop();
  }
}

function weightsOf(loads: FirstLoad[], framework: number): Measure[] {
  return loads.map(({ path, scriptBytes }) =>
    FORM_PAGES.includes(path)
      ? atMost(15_000, `${path}: script bytes beyond the framework's`, scriptBytes - framework)
      : atMost(5_000, `${path}: script bytes`, scriptBytes),
  );
}

function scoresOf(scores: Scores[]): Measure[] {
  return scores.flatMap(({ path, performance, accessibility, bestPractices, seo }) => [
    atLeast(98, `${path}: performance`, performance),
    atLeast(100, `${path}: accessibility, best practices, SEO`, Math.min(accessibility, bestPractices, seo)),
  ]);
}

await main();
process.exit(process.exitCode ?? 0);
