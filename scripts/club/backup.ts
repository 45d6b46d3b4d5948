import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gzip } from "node:zlib";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { withClient } from "../database/open.ts";
import { OperatorError } from "../process.ts";

// The file: gzip over lines. First the header, then for each table `table <name>`, its rows as COPY
// writes them and `\.` (which no row can be), then the sequences and `end`.
const header = z.object({
  format: z.literal(1),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
const trailer = z.object({
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  rows: z.record(z.string(), z.number()),
});
type Header = z.infer<typeof header>;
type Table = Header["tables"][number];

/**
 * Writes everything the database holds, as it was at one instant, while others go on writing, for its owner's
 * eyes alone. A file of that name is replaced once the new one is whole. Gives the number of rows.
 */
export async function backup(adminUrl: string, file: string): Promise<number> {
  const aside = `${file}.${process.pid}.partial`;
  try {
    // Made before anything is read: a place that cannot be written says so at once.
    await (await open(aside, "wx", 0o600)).close();
    const rows = await write(adminUrl, aside);
    await rename(aside, file);
    return rows;
  } finally {
    await rm(aside, { force: true });
  }
}

async function write(adminUrl: string, file: string): Promise<number> {
  return withClient(adminUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await tablesOf(client);
    const zip = createGzip();
    const written = pipeline(zip, createWriteStream(file, { flush: true }));
    const rows: Record<string, number> = {};
    await put(zip, JSON.stringify({ format: 1, migrations: await migrationsOf(client), tables } satisfies Header));
    for (const table of tables) {
      await put(zip, `table ${table.name}`);
      const copy = client.query(copyTo(`COPY ${quoted(table.name)} (${columnsOf(table)}) TO STDOUT`));
      for await (const chunk of copy) if (!zip.write(chunk)) await once(zip, "drain");
      await put(zip, "\\.");
      rows[table.name] = copy.rowCount;
    }
    await put(zip, JSON.stringify({ sequences: await sequencesOf(client), rows }));
    zip.end();
    await written;
    return total(rows);
  });
}

/**
 * Fills a database that has no structure and no person yet, made by the same migrations, all or nothing.
 * Gives the number of rows.
 *
 * @throws OperatorError when the database is not empty or of another version, or the file is not whole
 */
export async function restore(adminUrl: string, file: string): Promise<number> {
  return withClient(adminUrl, async (client) => {
    const lines = linesOf(file);
    const { migrations, tables } = await readHeader(lines);
    if (JSON.stringify(migrations) !== JSON.stringify(await migrationsOf(client))) {
      throw new OperatorError(
        "La sauvegarde vient d’une autre version du portail\u202f: restaurez-la avec cette version, puis mettez à jour",
      );
    }
    await mustBeEmpty(client);
    await client.query("BEGIN");
    const names = tables.map(({ name }) => quoted(name));
    await client.query(`TRUNCATE ${names.join(", ")} RESTART IDENTITY`);
    // The rows are as the triggers made them. Foreign keys stay on: tables come after those they name.
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    const end = await fill(client, lines, tables);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const { name, value } of end.sequences)
      if (value !== null) await client.query("SELECT setval($1::regclass, $2)", [quoted(name), value]);
    await client.query("NOTIFY page_cache");
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return total(end.rows);
  });
}

async function fill(client: Client, lines: AsyncIterator<string>, tables: Table[]): Promise<z.infer<typeof trailer>> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const rows: Record<string, number> = {};
  for (;;) {
    const line = await nextLine(lines);
    if (!line.startsWith("table ")) {
      const end = trailer.parse(JSON.parse(line));
      if (JSON.stringify(end.rows) !== JSON.stringify(rows)) throw incomplete();
      return end;
    }
    const table = byName.get(line.slice("table ".length));
    if (!table) throw incomplete();
    rows[table.name] = await fillTable(client, lines, table);
  }
}

async function fillTable(client: Client, lines: AsyncIterator<string>, table: Table): Promise<number> {
  const copy = client.query(copyFrom(`COPY ${quoted(table.name)} (${columnsOf(table)}) FROM STDIN`));
  // An unfinished copy complains once more when its connection ends; the caller has the error already.
  copy.on("error", () => undefined);
  let rows = 0;
  for (let row = await nextLine(lines); row !== "\\."; row = await nextLine(lines)) {
    if (!copy.write(`${row}\n`)) await once(copy, "drain");
    rows += 1;
  }
  copy.end();
  await finished(copy);
  return rows;
}

/** Every table, after those that its foreign keys name; generated columns left out. */
async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS needs
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' ORDER BY 1`);
  const ordered: Table[] = [];
  const done = new Set<string>();
  while (ordered.length < rows.length) {
    const next = rows.filter(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)));
    if (next.length === 0) throw new Error("foreign keys go round in a circle");
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      done.add(name);
    }
  }
  return ordered;
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
  );
  return rows.map(({ name }) => String(name));
}

async function sequencesOf(client: Client) {
  const { rows } = await client.query(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows;
}

async function mustBeEmpty(client: Client): Promise<void> {
  const { rows } = await client.query(
    "SELECT EXISTS (SELECT 1 FROM structure) OR EXISTS (SELECT 1 FROM person) AS used",
  );
  if (rows[0]?.used)
    throw new OperatorError(
      "La base n’est pas vide\u202f: restaurez dans une base neuve (un autre DATA_DIR, avec DEMO=0)",
    );
}

async function put(zip: Gzip, line: string): Promise<void> {
  if (!zip.write(`${line}\n`)) await once(zip, "drain");
}

/** Cut at line feeds only: COPY escapes those of the data, and readline would also cut at U+2028. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip().setEncoding("utf8");
  createReadStream(file)
    .on("error", (error) => unzipped.destroy(error))
    .pipe(unzipped);
  let rest = "";
  for await (const chunk of unzipped) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

async function readHeader(lines: AsyncIterator<string>): Promise<Header> {
  const first = await nextLine(lines);
  try {
    return header.parse(JSON.parse(first));
  } catch {
    throw new OperatorError("Ce fichier n’est pas une sauvegarde du portail");
  }
}

async function nextLine(lines: AsyncIterator<string>): Promise<string> {
  try {
    const { done, value } = await lines.next();
    if (!done) return value;
  } catch {
    // Cut short, or no gzip at all.
  }
  throw incomplete();
}

function incomplete(): OperatorError {
  return new OperatorError("La sauvegarde est illisible ou incomplète\u202f: rien n’a été restauré");
}

function columnsOf({ columns }: Table): string {
  return columns.map(quoted).join(", ");
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function total(rows: Record<string, number>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
