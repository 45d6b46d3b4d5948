import { spawnSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { root } from "../scripts/process.ts";

const url = process.env.DATABASE_ADMIN_URL ?? "";

test("a database full of data has what the schema says; migrating it again changes nothing", async () => {
  const before = await countRows();
  expect(before.structure).toBeGreaterThan(30);
  expect(prisma("migrate", "deploy")).toMatchObject({
    code: 0,
    said: expect.stringContaining("No pending migrations"),
  });
  const drift = ["--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
  expect(prisma("migrate", "diff", ...drift)).toMatchObject({ code: 0 });
  expect(await countRows()).toEqual(before);
});

test("every rule of the database holds for the data that is there", async () => {
  const unproven = await asOwner(`SELECT conrelid::regclass::text AS "table", conname FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND NOT convalidated`);
  expect(unproven).toEqual([]);
});

async function countRows(): Promise<Record<string, number>> {
  const tables = await asOwner<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`);
  const rows = await asOwner<{ name: string; count: number }>(counts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function asOwner<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

function prisma(...args: string[]) {
  const bin = join(root, "node_modules/.bin");
  const { status, stdout, stderr } = spawnSync(join(bin, "prisma"), args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, DATABASE_ADMIN_URL: url, CHECKPOINT_DISABLE: "1" },
  });
  return { code: status, said: stdout + stderr };
}
