import { createHash } from "node:crypto";
import type { Client } from "pg";
import { createDb } from "../lib/platform/db.ts";
import { matchesSql, shuffleSql } from "../lib/structures/directory/sql.ts";
import { withClient } from "../scripts/database/open.ts";
import { copyDatabase, dropDatabase, percentile, timed } from "./copy.ts";

const SIZES = [1_000, 10_000, 100_000];
const DEEP = 50_000;
const PER_PAGE = 24;
const RUNS = 40;

/** How many different words of their own the generated structures have. */
const OWN_WORDS = 10_000;

// As people type: a third rare, a third common, a third misspelt (rare and common words).
const MIX = {
  rare: [ownWord(4711), ownWord(42), ownWord(815)],
  common: ["sauvegarde", "sites internet", "formation"],
  misspelt: [misspelt(ownWord(4711)), misspelt(ownWord(99)), "sauvgarde"],
};

/** A word that only the `number`-th structures of each ten thousand have: letters drawn by md5, as in `generate`. */
function ownWord(number: number): string {
  const hash = createHash("md5").update(String(number)).digest("hex").slice(0, 8);
  return `z${hash.replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;
}

function misspelt(word: string): string {
  return `${word.slice(0, 6)}${word.slice(7)}`;
}

export interface SearchFigures {
  rows: number;
  p50: number;
  p99: number;
  byKind: Record<string, number>;
  firstPageMs?: number;
  lastPageMs?: number;
}

/** Search times in the lib's own SQL over generated structures; and, at 50,000, the first and last page by key. */
export async function benchSearch(adminUrl: string): Promise<SearchFigures[]> {
  const name = "bench_search";
  const figures: SearchFigures[] = [];
  const url = await copyDatabase(adminUrl, name);
  const db = createDb(url);
  let made = 0;
  for (const rows of [...SIZES, DEEP].sort((a, b) => a - b)) {
    await withClient(url, (client) => generate(client, made, rows));
    made = rows;
    if (rows === DEEP) figures.push({ rows, ...(await timesOfSearch(db)), ...(await timesOfWalk(db)) });
    else figures.push({ rows, ...(await timesOfSearch(db)) });
  }
  await db.$disconnect();
  await dropDatabase(adminUrl, name);
  return figures;
}

async function timesOfSearch(db: ReturnType<typeof createDb>) {
  const all: number[] = [];
  const byKind: Record<string, number> = {};
  for (const [kind, queries] of Object.entries(MIX)) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      for (const q of queries) {
        times.push(await timed(() => db.$queryRaw(matchesSql({}, q, { page: 1, perPage: PER_PAGE }))));
      }
    }
    byKind[kind] = percentile(times, 0.5);
    all.push(...times);
  }
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), byKind };
}

async function timesOfWalk(db: ReturnType<typeof createDb>) {
  const day = "2026-11-24";
  const last = await db.$queryRaw<{ id: string; key: string }[]>`
    SELECT id, shuffle_key(id, 2)::text AS key FROM structure WHERE status = 'active' AND shuffle_key(id, 2) < hashtextextended(${day}, 0)
    ORDER BY shuffle_key(id, 2) DESC, id DESC OFFSET ${PER_PAGE} LIMIT 1`;
  const { id, key } = last[0] ?? { id: "", key: "0" };
  const first: number[] = [];
  const deep: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    first.push(await timed(() => db.$queryRaw(shuffleSql({}, { page: 1, perPage: PER_PAGE }, day))));
    deep.push(
      await timed(() =>
        db.$queryRaw(shuffleSql({}, { page: 1, perPage: PER_PAGE, after: { day, lap: 1, key, id } }, day)),
      ),
    );
  }
  return { firstPageMs: percentile(first, 0.5), lastPageMs: percentile(deep, 0.5) };
}

/** Structures made of the seed's own skills and towns; each has one word of its own. Triggers off, then their work at once. */
export async function generate(client: Client, from: number, to: number): Promise<void> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO structure (id, slug, name, kind, status, description, city, "citySlug", "postalCode", "communeInsee", "joinedOn", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, 'Banc ' || n, (enum_range(NULL::structure_kind))[1 + n % 5], 'active',
            'Entreprise z' || translate(substr(md5((n % ${OWN_WORDS})::text), 1, 8), '0123456789', 'ghijklmnop') || ' du numérique, au service des sociétés de l’Artois.',
            c.name, c.slug, c."postalCodes"[1], c.insee, date '2020-01-01' + n % 2000, now()
       FROM generate_series($1::int, $2::int - 1) n
       JOIN (SELECT *, row_number() OVER (ORDER BY insee) - 1 AS i, count(*) OVER () AS total FROM commune) c ON c.i = n % c.total`,
    [from, to],
  );
  await client.query(
    `INSERT INTO structure_skill (id, "structureId", "skillId", position)
     SELECT gen_random_uuid(), s.id, k.id, p
       FROM structure s CROSS JOIN generate_series(0, 3) p
       JOIN (SELECT *, row_number() OVER (ORDER BY slug) - 1 AS i, count(*) OVER () AS total FROM skill) k
         ON k.i = abs(hashtextextended(s.slug, p)) % k.total
      WHERE s.slug ~ '^banc-' AND NOT EXISTS (SELECT 1 FROM structure_skill x WHERE x."structureId" = s.id)
     ON CONFLICT DO NOTHING`,
  );
  await client.query(`UPDATE structure s SET search = structure_document(s) WHERE s.search IS NULL`);
  await client.query(
    `INSERT INTO search_word SELECT w, w FROM generate_series(0, ${OWN_WORDS - 1}) n, concat('z', translate(substr(md5(n::text), 1, 8), '0123456789', 'ghijklmnop')) w ON CONFLICT DO NOTHING`,
  );
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}
