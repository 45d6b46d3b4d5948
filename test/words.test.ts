import { describe, expect, test } from "vitest";
import { listSources, textOf } from "./sources.ts";

const TEXT = [".ts", ".tsx", ".mjs", ".js", ".json", ".css", ".sql", ".prisma", ".md", ".toml", ".svg", ".csv", ".yml"];

// Written in two parts, or this file would be found too.
const MACHINE_PATH = new RegExp(`(?<![\\w.:/])/(${["home", "root", "Users", "work"].join("|")})/[\\w.-]`);
const LEFT_FOR_LATER = new RegExp(`\\b(TO${"DO"}|FIX${"ME"}|X${"XX"})\\b`);
const OWN_DATES = /\b(toLocaleDateString|toLocaleTimeString|toLocaleString|Intl\.DateTimeFormat)\b/;
const OTHER_ZONE = /\bconnectionString\b(?!: inUtc\()/;
const WITHOUT_LIMIT = /\brequest\.(json|text|formData|arrayBuffer|blob|bytes)\(/;
const POLICY_HEADER = /["'`]content-security-policy["'`]/i;

describe("no file of the project", () => {
  test("names a path of one machine", () => expect(holding(MACHINE_PATH)).toEqual([]));

  test("leaves work for later", () => expect(holding(LEFT_FOR_LATER)).toEqual([]));

  test("formats a date by itself: lib/platform/dates does", () => {
    expect(holding(OWN_DATES, /^(lib\/platform\/dates\.ts|test\/words\.test\.ts)$/)).toEqual([]);
  });

  test("writes a Content-Security-Policy, but the proxy and what answers in its place", () => {
    expect(
      holding(
        POLICY_HEADER,
        /^(proxy\.ts|lib\/platform\/page-cache\/.+\.ts|e2e\/.+|test\/small-site\.ts|.+\.test\.ts)$/,
      ),
    ).toEqual([]);
  });

  test("opens a database in another zone than UTC: lib/platform/utc.ts says why", () => {
    // Tests speak to their own cluster; the migrations' shadow database is only made and dropped there.
    expect(holding(OTHER_ZONE, /^(test|bench|docs)\/|\.test\.ts$|^prisma\/schema-engine\.mjs$/)).toEqual([]);
  });

  test("takes in a body however long it is: lib/platform/body.ts and uploads.ts stop reading", () => {
    expect(holding(WITHOUT_LIMIT, /\.test\.ts$/)).toEqual([]);
  });
});

test("the glossary says each word once, in its place", () => {
  const rows = textOf("docs/glossary.md")
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const words = rows.map((row) => row.split("|")[1]?.trim() ?? "").slice(2);
  expect(words.length).toBeGreaterThan(50);
  expect(words).toEqual([...new Set(words)].sort(new Intl.Collator("fr").compare));
  const identifiers = rows.slice(2).map((row) => row.split("|")[2]?.trim() ?? "");
  expect(identifiers.filter((identifier, index) => identifiers.indexOf(identifier) !== index)).toEqual([]);
});

test("the lock file names no registry but npm's own", () => {
  const hosts = textOf("package-lock.json").matchAll(/"resolved": "[a-z+]+:\/\/([^/"]+)/g);
  expect([...new Set(Array.from(hosts, ([, host]) => host))].filter((host) => host !== "registry.npmjs.org")).toEqual(
    [],
  );
});

/** "path:line" of each line that matches. */
function holding(pattern: RegExp, allowed = /^$/): string[] {
  return listSources(...TEXT)
    .filter((path) => path !== "package-lock.json" && !allowed.test(path))
    .flatMap((path) =>
      textOf(path)
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}
