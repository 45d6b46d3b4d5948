import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../database/open.ts";
import { backup, restore } from "./backup.ts";

const folder = mkdtempSync(join(tmpdir(), "tactic-backup-"));
const file = join(folder, "club.backup");
const source = process.env.DATABASE_ADMIN_URL ?? "";
const target = at(source, `restored_${process.pid}`);

beforeAll(async () => {
  // A migrated database that nothing was written to but what migrations write.
  const name = new URL(source).pathname.slice(1);
  await withClient(at(source, "postgres"), async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [name],
    );
    await client.query(`CREATE DATABASE restored_${process.pid} TEMPLATE ${name}`);
  });
  await empty(target);
});

afterAll(async () => {
  await withClient(at(source, "postgres"), (client) =>
    client.query(`DROP DATABASE restored_${process.pid} WITH (FORCE)`),
  );
  rmSync(folder, { recursive: true });
});

test("what was saved is what is restored, table by table, odd characters included", async () => {
  const { rows } = await withClient(source, (client) => client.query("SELECT tagline FROM club"));
  await withClient(source, (client) =>
    client.query(`UPDATE club SET tagline = E'tab\\t, line\\n, return\\r, back\\\\slash, \\\\., \\u2028 « é »'`),
  );
  const saved = await backup(source, file);
  expect(await restore(target, file)).toBe(saved);
  expect(await sums(target)).toEqual(await sums(source));
  // The other tests read it.
  await withClient(source, (client) => client.query("UPDATE club SET tagline = $1", [rows[0].tagline]));
});

test("is for its owner's eyes alone, and takes the place of an older one only when it is whole", async () => {
  const kept = join(folder, "kept");
  writeFileSync(kept, "yesterday's", { mode: 0o644 });
  await expect(backup(at(source, "nowhere"), kept)).rejects.toThrow(/nowhere/);
  expect(readFileSync(kept, "utf8")).toBe("yesterday's");
  await backup(source, kept);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("a database that holds something is left as it is", async () => {
  const before = await sums(target);
  await expect(restore(target, file)).rejects.toThrow(/n’est pas vide/);
  expect(await sums(target)).toEqual(before);
});

test("a file cut short, or no backup at all, restores nothing", async () => {
  await empty(target);
  const cut = join(folder, "cut");
  writeFileSync(cut, readFileSync(file).subarray(0, 20_000));
  await expect(restore(target, cut)).rejects.toThrow(/incomplète/);
  writeFileSync(cut, "hello");
  await expect(restore(target, cut)).rejects.toThrow(/sauvegarde/);
  const { rows } = await withClient(target, (client) => client.query("SELECT count(*)::int AS n FROM structure"));
  expect(rows[0].n).toBe(0);
});

async function empty(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      "TRUNCATE structure, person, club, commune, commission, skill, event, tender, former_slug, search_word CASCADE",
    ),
  );
}

/** A checksum of every table's rows, in no order. */
async function sums(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'",
    );
    const found: Record<string, string> = {};
    for (const { relname } of tables) {
      const { rows } = await client.query(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM "${relname}" t`,
      );
      found[relname] = rows[0].sum;
    }
    return found;
  });
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
