import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withClient } from "../scripts/database/open.ts";
import { root } from "../scripts/process.ts";

const adminUrl = new URL(process.env.DATABASE_ADMIN_URL ?? "");
const made: string[] = [];

afterEach(async () => {
  await withClient(at("postgres"), async (client) => {
    for (const name of made.splice(0)) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
});

/** All of it goes through our own schema engine: `prisma.config.ts` names it. */
describe("the migrations", () => {
  test("make, in a database that is not there yet, what the schema says; a second run changes nothing, and what differs is printed", () => {
    const url = newDatabase();
    expect(prisma(url, "migrate", "deploy")).toMatchObject({ code: 0, said: expect.stringContaining("applied") });
    expect(prisma(url, "migrate", "deploy").said).toContain("No pending migrations");
    expect(prisma(url, "migrate", "status")).toMatchObject({ code: 0 });
    const drift = ["--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
    expect(prisma(url, "migrate", "diff", ...drift)).toMatchObject({ code: 0 });
    const { code, said } = prisma(url, "migrate", "diff", "--from-config-datasource", "--to-empty", "--script");
    expect(code).toBe(0);
    expect(said).toContain("DROP TABLE");
    expect(said).not.toContain("unknown");
  });

  test("applied to an empty shadow database, give the schema too", () => {
    const drift = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];
    expect(prisma(at("postgres"), "migrate", "diff", ...drift)).toMatchObject({ code: 0 });
  });
});

describe("the schema engine", () => {
  test("runs a script with semicolons inside a function, and passes on what PostgreSQL refuses", () => {
    const folder = mkdtempSync(join(tmpdir(), "sql-"));
    const script = join(folder, "script.sql");
    writeFileSync(script, "DO $$ BEGIN PERFORM 1; RAISE EXCEPTION 'refused; on purpose'; END $$;");
    expect(prisma(at("postgres"), "db", "execute", "--file", script)).toMatchObject({
      code: 1,
      said: expect.stringContaining("refused; on purpose"),
    });
    rmSync(folder, { recursive: true });
  });

  test("says who does not answer", () => {
    const said = prisma("postgresql://nobody:x@127.0.0.1:1/none", "migrate", "deploy");
    expect(said).toMatchObject({ code: 1, said: expect.stringContaining("P1001") });
  });
});

function prisma(url: string, ...args: string[]) {
  const bin = join(root, "node_modules/.bin");
  const { status, stdout, stderr } = spawnSync("prisma", args, {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      DATABASE_ADMIN_URL: url,
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
    },
  });
  return { code: status, said: stdout + stderr };
}

function newDatabase(): string {
  const name = `test_migrations_${randomUUID()}`;
  made.push(name);
  return at(name);
}

function at(database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
