import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { buildIfNeeded, generateClient } from "./build.ts";
import { freePort } from "./postgres/cluster.ts";
import { exitOf, root, start } from "./process.ts";

interface Tally {
  passed: number;
  failed: number;
}

/** Each is one command; the sum of them is what `npm test` proves before it runs anything. */
const CHECKS: [string, string[]][] = [
  ["tsc", ["--noEmit"]],
  ["biome", ["ci", "--diagnostic-level=warn", "."]],
  ["oxlint", ["--type-aware", "--deny-warnings", "app", "components", "lib", "prisma", "scripts", "test", "e2e"]],
  ["depcruise", ["--output-type", "err", "app", "components", "lib", "prisma", "scripts", "proxy.ts"]],
  ["knip", []],
];

async function main(): Promise<void> {
  const { only, patterns } = readArguments(process.argv.slice(2));
  await mkdir(join(root, ".cache/tmp"), { recursive: true });
  // Browsers unpack there: another version's left-over in the system's folder would be taken unseen.
  process.env.TMPDIR = join(root, ".cache/tmp");
  const total: Tally = { passed: 0, failed: 0 };
  await generateClient();
  for (const suite of [checks, units, journeys]) {
    if (only && suite.name !== only) continue;
    const { passed, failed } = await suite(patterns);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function checks(): Promise<Tally> {
  await exitOf(start("next", ["typegen"], { isQuiet: true }));
  const tally = { passed: 0, failed: 0 };
  for (const [command, args] of CHECKS) {
    const begun = performance.now();
    const code = await exitOf(start(command, args));
    console.log(`${code === 0 ? "✓" : "✗"} ${command} (${Math.round(performance.now() - begun)} ms)`);
    tally[code === 0 ? "passed" : "failed"] += 1;
  }
  return tally;
}

async function units(patterns: string[]): Promise<Tally> {
  const report = join(root, ".cache/vitest.json");
  await rm(report, { force: true });
  const code = await exitOf(start("vitest", ["run", ...patterns]));
  return tallyOf(code, report, ({ numPassedTests, numFailedTests }) => ({
    passed: Number(numPassedTests),
    failed: Number(numFailedTests),
  }));
}

/** Builds if needed, starts a portal of its own with demonstration data, and walks through it. */
async function journeys(patterns: string[]): Promise<Tally> {
  await buildIfNeeded();
  const folder = join(root, ".cache/e2e-data");
  await rm(folder, { recursive: true, force: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const portal = start("node", ["scripts/start.ts"], {
    env: { PORT: String(port), DATA_DIR: folder, APP_URL: url, LOG_LEVEL: "warn", DATABASE_URL: "", DEMO: "" },
    isQuiet: true,
  });
  let said = "";
  for (const stream of [portal.stdout, portal.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  try {
    await untilAnswers(`${url}/api/ready`, () => portal.exitCode !== null);
    const report = join(root, ".cache/playwright.json");
    await rm(report, { force: true });
    const code = await exitOf(
      start("playwright", ["test", ...patterns], { env: { E2E_URL: url, CHROMIUM_PATH: await openBrowser() } }),
    );
    return tallyOf(code, report, ({ stats }) => countsOf(stats));
  } catch (error) {
    console.error(said);
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  } finally {
    const gone = exitOf(portal);
    if (portal.exitCode === null && portal.kill("SIGTERM")) await gone;
    await rm(folder, { recursive: true, force: true });
  }
}

function countsOf(stats: unknown): Tally {
  const { expected, unexpected, flaky } = Object(stats);
  return { passed: Number(expected) + Number(flaky), failed: Number(unexpected) };
}

/** A runner that failed without a failed test (it could not even start) counts as one failure. */
function tallyOf(code: number, report: string, read: (report: Record<string, unknown>) => Tally): Tally {
  const tally = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : { passed: 0, failed: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function untilAnswers(url: string, isOver: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (isOver()) throw new Error("the portal stopped");
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within two minutes`);
}

function readArguments(args: string[]): { only: string | undefined; patterns: string[] } {
  const at = args.indexOf("--only");
  const names: Record<string, string> = { unit: "units", e2e: "journeys", checks: "checks" };
  return {
    only: at < 0 ? undefined : names[args[at + 1] ?? ""],
    patterns: at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1),
  };
}

await main();
