import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { openBrowser } from "./browser.ts";
import { buildIfNeeded, generateIfNeeded } from "./build.ts";
import { startCompanyRegister } from "./company-register.ts";
import { throwAwayFolder } from "./folder.ts";
import { CLIENT, startIdentityProvider } from "./identity-provider.ts";
import { startMailbox } from "./mailbox.ts";
import { freePort } from "./postgres/cluster.ts";
import { exitOf, OperatorError, recordOf, root, run, start, stopAll } from "./process.ts";
import { untilReady } from "./ready.ts";

interface Tally {
  passed: number;
  failed: number;
  /** What failed, by name: said again at the very end, where one looks first. */
  failures: string[];
}

interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number };
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  specs?: {
    file: string;
    title: string;
    tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
}

/** Scripts of package.json; each counts as one test. */
const CHECKS = ["check:types", "check:biome", "check:oxlint", "check:boundaries", "check:knip"];

const SUITES: Record<string, (patterns: string[]) => Promise<Tally>> = {
  checks: runChecks,
  unit: runUnits,
  e2e: runJourneys,
};

// The journeys' portal is the default one, whatever the environment of the person who tests.
const UNSET = Object.fromEntries(
  ["DATABASE_URL", "DATABASE_ADMIN_URL", "APP_URL", "AUTH_SECRET", "DEMO", "SMTP_URL", "MAIL_FROM"]
    .concat(["S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"])
    .concat(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "COMPANY_REGISTER_URL", "BOAMP_URL"])
    .map((name) => [name, ""]),
);

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stopAll);

try {
  await main();
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { suites, patterns } = readArguments(process.argv.slice(2));
  await mkdir(join(root, ".cache/tmp"), { recursive: true });
  process.env.TMPDIR = join(root, ".cache/tmp");
  await generateIfNeeded();
  const total: Tally = { passed: 0, failed: 0, failures: [] };
  for (const suite of suites) {
    const { passed, failed, failures } = await suite(patterns);
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  }
  for (const failure of total.failures) console.log(`✗ ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** `--only NAME PATTERN…`, or everything. */
function readArguments(args: string[]) {
  const [flag, name = "", ...patterns] = args;
  if (flag === undefined) return { suites: Object.values(SUITES), patterns: [] };
  const suite = flag === "--only" ? SUITES[name] : undefined;
  if (!suite) throw new OperatorError(`--only ${Object.keys(SUITES).join("|")} PATTERN…`);
  return { suites: [suite], patterns };
}

/** All at once, for the longest, types, takes one core; after what more than one of them reads is generated. */
async function runChecks(): Promise<Tally> {
  await run("next", ["typegen"], { isQuiet: true });
  const failures: string[] = [];
  await Promise.all(
    CHECKS.map(async (check) => {
      const begun = performance.now();
      const code = await exitOf(start("npm", ["run", "--silent", check]));
      console.log(`${code === 0 ? "✓" : "✗"} ${check} (${Math.round(performance.now() - begun)} ms)`);
      if (code !== 0) failures.push(check);
    }),
  );
  return { passed: CHECKS.length - failures.length, failed: failures.length, failures };
}

async function runUnits(patterns: string[]): Promise<Tally> {
  const report = await emptyReport("vitest");
  const code = await exitOf(start("vitest", ["run", ...patterns], { env: { REPORT_FILE: report } }));
  return tallyOf(code, report, unitTally);
}

/** Builds if needed, starts a portal of its own with demonstration data, and walks through it. */
async function runJourneys(patterns: string[]): Promise<Tally> {
  await buildIfNeeded();
  const browser = await openBrowser();
  const { folder, remove } = await throwAwayFolder("e2e");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mailFolder = join(folder, "mailbox");
  const mailbox = await startMailbox(mailFolder);
  const identity = await startIdentityProvider(url);
  const register = await startCompanyRegister();
  const dataFolder = join(folder, "data");
  const metricsToken = randomBytes(16).toString("hex");
  const portal = start("node", ["scripts/start.ts"], {
    // As behind one proxy: a journey that asks for a great deal says another address than the others.
    env: {
      ...UNSET,
      PORT: String(port),
      DATA_DIR: dataFolder,
      LOG_LEVEL: "warn",
      SMTP_URL: mailbox.url,
      COMPANY_REGISTER_URL: register.url,
      MAIL_FROM: "TacTic <portail@tactic.example>",
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      TRUSTED_PROXIES: "1",
      METRICS_TOKEN: metricsToken,
    },
    isQuiet: true,
  });
  const said = recordOf(portal);
  try {
    await untilReady(portal, url);
    const report = await emptyReport("playwright");
    const code = await exitOf(
      start("playwright", ["test", ...patterns], {
        env: {
          E2E_URL: url,
          E2E_MAILBOX: mailFolder,
          E2E_DATA: dataFolder,
          METRICS_TOKEN: metricsToken,
          CHROMIUM_PATH: browser,
          REPORT_FILE: report,
        },
      }),
    );
    const tally = tallyOf(code, report, journeyTally);
    if (tally.failed > 0) console.error(`Ce que le portail a dit\u202f:\n${said()}`);
    return tally;
  } catch (error) {
    console.error(said());
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, failures: ["the portal of the journeys"] };
  } finally {
    portal.kill("SIGTERM");
    await exitOf(portal);
    await Promise.all([mailbox.close(), identity.close(), register.close()]);
    await remove();
  }
}

async function emptyReport(runner: string): Promise<string> {
  const report = join(root, ".cache", `${runner}-${process.pid}.json`);
  await rm(report, { force: true });
  return report;
}

function unitTally({ numPassedTests, testResults }: VitestReport): Tally {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${name}: ${test.fullName}${why(test.failureMessages?.[0])}`);
    // A file that could not even be read has no test to name.
    return failed.length === 0 && status === "failed" ? [`${name}${why(message)}`] : failed;
  });
  return { passed: numPassedTests, failed: failures.length, failures };
}

function journeyTally({ stats, suites }: PlaywrightReport): Tally {
  const failures = suites.flatMap(unexpectedIn);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, failures };
}

function unexpectedIn({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  const here = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) => `${file} [${projectName}]: ${title}${why(results.at(-1)?.error?.message)}`),
  );
  return here.concat(suites.flatMap(unexpectedIn));
}

/** The first words of what a test said when it failed. */
function why(message = ""): string {
  const [line = ""] = stripVTControlCharacters(message).trim().split("\n");
  return line && `\n    ${line.slice(0, 300)}`;
}

/** A runner that failed without a failed test (it could not even start) counts as one failure. */
function tallyOf<Report>(code: number, report: string, read: (report: Report) => Tally): Tally {
  const tally = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, failures: [] };
  rmSync(report, { force: true });
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1, failures: ["the runner itself"] } : tally;
}
