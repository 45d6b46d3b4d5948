import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../scripts/process.ts";

const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a door of a domain exports, so that others have something to import. */
const INNOCENT = "export const nothing = 0;\nexport type Nothing = typeof nothing;\n";

const HOUSE = [
  "app/page.tsx",
  "components/ui/button.tsx",
  "components/news/news-row.tsx",
  "lib/platform/db.ts",
  "lib/news/queries.ts",
  "lib/news/sql.ts",
  "lib/news/rules.ts",
  "lib/club/queries.ts",
  "lib/policy/ability.ts",
];

/** One violation of each rule: the file that breaks it, and how. */
const VIOLATIONS: { rule: string; file: string; code: string }[] = [
  { rule: "app-is-a-leaf", file: "components/news/a.tsx", code: 'import "../../app/page.tsx";' },
  { rule: "app-is-a-leaf", file: "e2e/a.ts", code: 'import "../app/page.tsx";' },
  { rule: "database-stays-inside", file: "e2e/b.ts", code: 'import "../lib/platform/db.ts";' },
  { rule: "database-stays-inside", file: "app/b.tsx", code: 'import "#lib/platform/db";' },
  { rule: "database-stays-inside", file: "components/news/b.tsx", code: 'import "#lib/platform/db";' },
  { rule: "lib-has-no-ui", file: "lib/news/labels.ts", code: 'import "#components/ui/button";' },
  { rule: "domain-knows-no-request", file: "lib/news/commands.ts", code: 'import "next/headers";' },
  { rule: "domain-knows-no-request", file: "lib/events/queries.ts", code: 'import "next/navigation";' },
  { rule: "ui-kit-knows-no-domain", file: "components/ui/c.tsx", code: 'import "#lib/news/rules";' },
  { rule: "ui-kit-knows-no-domain", file: "components/layout/c.tsx", code: 'import "#components/news/news-row";' },
  { rule: "components-touch-no-data", file: "components/news/d.tsx", code: 'import "#lib/news/queries";' },
  { rule: "other-domain-by-its-front-door", file: "lib/club/labels.ts", code: 'import "#lib/news/sql";' },
  { rule: "rules-and-schema-are-pure", file: "lib/club/rules.ts", code: 'import "#lib/platform/db";' },
  { rule: "rules-and-schema-are-pure", file: "lib/club/schema.ts", code: 'import "./queries.ts";' },
  { rule: "enhancement-stands-alone", file: "enhance/e.ts", code: 'import { nothing } from "#lib/platform/paths";' },
  { rule: "no-cycle", file: "lib/news/actions.ts", code: 'import "./cycle.ts";' },
];

/** What must stay allowed, or people would work around the rules. */
const ALLOWED: { file: string; code: string }[] = [
  { file: "app/ok.tsx", code: 'import "#lib/news/queries"; import "#components/news/news-row";' },
  {
    file: "components/news/ok.tsx",
    code: 'import type { Nothing } from "#lib/news/queries"; export type A = Nothing;',
  },
  { file: "components/ui/ok.tsx", code: 'import "#lib/platform/paths";' },
  { file: "bench/ok.ts", code: 'import "../lib/platform/db.ts";' },
  { file: "lib/platform/paths.ts", code: INNOCENT },
  { file: "lib/news/own.ts", code: 'import "./sql.ts"; import "#lib/club/queries"; import "#lib/policy/ability";' },
  { file: "lib/club/ok.test.ts", code: 'import "#lib/news/sql"; import "#lib/platform/db";' },
];

describe("the import rules", () => {
  for (const file of HOUSE) put(file, INNOCENT);
  for (const { file, code } of [...VIOLATIONS, ...ALLOWED]) put(file, `${code}\nexport {};\n`);
  put("lib/news/cycle.ts", 'import "./actions.ts";\n');
  for (const file of [".dependency-cruiser.mjs", "package.json", "tsconfig.json"]) {
    copyFileSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const found = cruise();

  test.each(VIOLATIONS)("$rule stops $file", ({ rule, file }) => {
    expect(found).toContainEqual({ rule, file });
  });

  test("every rule has a violation planted here", async () => {
    const { default: config } = await import("../.dependency-cruiser.mjs");
    const rules = (config.forbidden ?? []).map(({ name }) => name);
    expect([...new Set(VIOLATIONS.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
  });

  test.each(ALLOWED)("nothing is found in $file", ({ file }) => {
    expect(found.filter((violation) => violation.file === file)).toEqual([]);
  });
});

function put(file: string, text: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function cruise(): { rule: string; file: string }[] {
  const { stdout, stderr } = spawnSync(
    join(root, "node_modules/.bin/depcruise"),
    ["--output-type", "json", "app", "bench", "components", "e2e", "enhance", "lib"],
    { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` } },
  );
  if (!stdout) throw new Error(stderr);
  const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}
