import type { Client } from "pg";
import type { Actor } from "../lib/policy/actor.ts";
import { findTeams } from "../lib/tenders/cover/queries.ts";
import { type Counted, measureCounted } from "./counted.ts";
import { signedInMember } from "./member.ts";

const MEMBERS = 350;
const LOTS = 30;
const TENDERS = 40;
const RUNS = 200;

export interface CoverFigures extends Counted {
  members: number;
  lots: number;
  /** Of the tenders: for how many the first team is proven to be the smallest. */
  proven: number;
}

/** Teams for tenders of 30 lots, each asking for one to four skills, among 350 members of three to ten: page and SQL included. */
export async function benchCover(adminUrl: string): Promise<CoverFigures> {
  let reader: Actor | undefined;
  let turn = 0;
  const proven = new Set<number>();
  const measured = await measureCounted(
    adminUrl,
    { database: "bench_cover", generate, runs: RUNS },
    {
      teams: async () => {
        reader ??= await signedInMember();
        const number = turn++ % TENDERS;
        const view = await findTeams(reader, idOf(number), new Date());
        if (!view?.proposals.teams.length) throw new Error(`no team for tender ${number}`);
        if (view.proposals.isProven) proven.add(number);
      },
    },
  );
  return { members: MEMBERS, lots: LOTS, ...measured.teams, proven: proven.size / TENDERS };
}

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Four fifths of a member's skills are of its own commission; in each, a few are common and many are rare. */
async function generate(client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string; commission: string }>(
    `SELECT id, "commissionId" AS commission FROM skill ORDER BY "commissionId", id`,
  );
  const trades = Object.values(Object.groupBy(rows, ({ commission }) => commission)).map((ones) =>
    (ones ?? []).map(({ id }) => id),
  );
  const random = sequence(20261124);
  const pick = (trade: number) => {
    const skills = trades[trade] ?? [];
    // Cubed: the first are drawn far more often than the last.
    return skills[Math.floor(random() ** 3 * skills.length)] ?? "";
  };
  const drawn = (least: number, most: number, trade: () => number) => [
    ...new Set(Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => pick(trade()))),
  ];
  const anyTrade = () => Math.floor(random() * trades.length);
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO structure (id, slug, name, kind, status, description, headcount, "communeInsee", "joinedOn", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, 'Banc ' || n, 'service', 'active', '',
            (enum_range(NULL::headcount_bracket))[1 + n % 5], c.insee, current_date - 400, now()
       FROM generate_series(0, $1::int - 1) n
       JOIN (SELECT insee, row_number() OVER (ORDER BY insee) - 1 AS i, count(*) OVER () AS total FROM commune) c ON c.i = n % c.total`,
    [MEMBERS],
  );
  for (let number = 0; number < MEMBERS; number += 1) {
    const own = anyTrade();
    const skills = drawn(3, 10, () => (random() < 0.8 ? own : anyTrade()));
    await client.query(
      `INSERT INTO structure_skill (id, "structureId", "skillId", position)
       SELECT gen_random_uuid(), s.id, k, 0 FROM structure s, unnest($2::uuid[]) k WHERE s.slug = $1`,
      [`banc-${number}`, skills],
    );
  }
  for (let number = 0; number < TENDERS; number += 1) {
    await client.query(
      `INSERT INTO tender (id, buyer, subject, "respondBefore", "communeInsee", departments)
       SELECT $1, 'Banc', 'Banc ' || $2::int, now() + interval '30 days', insee, '{62}' FROM commune WHERE slug = 'lens'`,
      [idOf(number), number],
    );
    for (let lot = 1; lot <= LOTS; lot += 1) {
      await client.query(
        `WITH made AS (INSERT INTO tender_lot (id, "tenderId", number, title, "cpvCodes")
                       VALUES (gen_random_uuid(), $1, $2, 'Lot', '{}') RETURNING id)
         INSERT INTO tender_lot_skill ("lotId", "skillId") SELECT made.id, k FROM made, unnest($3::uuid[]) k`,
        [idOf(number), lot, drawn(1, 4, anyTrade)],
      );
    }
  }
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}

/** The same numbers between 0 and 1 at each run (Numerical Recipes' generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
