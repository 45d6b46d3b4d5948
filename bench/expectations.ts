import type { Client } from "pg";
import { listExpectations } from "../lib/expectations/queries.ts";
import type { Actor } from "../lib/policy/actor.ts";
import { type Counted, measureCounted } from "./counted.ts";
import { signedInMember } from "./member.ts";

const EXPECTATIONS = 5_000;
const STRUCTURES = 350;

/** A member lists 5,000 expectations with some 170,000 voices, 20,000 comments and 50,000 follows. */
export async function benchExpectations(adminUrl: string): Promise<Record<string, Counted>> {
  let reader: Actor | undefined;
  const list = async (filter: Filter, what: What) => {
    reader ??= await signedInMember();
    const { items } = await listExpectations(reader, filter, what, new Date());
    if (items.length === 0) throw new Error("nothing was found");
  };
  return measureCounted(
    adminUrl,
    { database: "bench_expectations", generate, runs: 100 },
    {
      "by voices, first page": () => list({}, { order: "voices", page: 1 }),
      "by voices, page 100": () => list({}, { order: "voices", page: 100 }),
      "by voices, one commission and state": () =>
        list({ commission: "gestion", state: "voiced" }, { order: "voices", page: 1 }),
      "by voices, words": () => list({ words: "maintenance" }, { order: "voices", page: 1 }),
      "by trend": () => list({}, { order: "trend", page: 1 }),
      "the latest": () => list({}, { order: "recent", page: 1 }),
    },
  );
}

type Filter = Parameters<typeof listExpectations>[1];
type What = Parameters<typeof listExpectations>[2];

/** Voices are few for most and many for some, half of them recent; an expectation in ten was merged. */
async function generate(client: Client): Promise<void> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO structure (id, slug, name, kind, status, description, "joinedOn", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, 'Banc ' || n, 'service', 'active', '', current_date - 400, now()
       FROM generate_series(0, $1::int - 1) n`,
    [STRUCTURES],
  );
  await client.query(
    `INSERT INTO person (id, email, "firstName", "lastName") SELECT gen_random_uuid(), s.slug || '@banc.example', 'Banc', s.slug
       FROM structure s WHERE s.slug ~ '^banc-'`,
  );
  await client.query(
    `INSERT INTO expectation (id, "commissionId", "structureId", title, body, tags, "voicedAt", state, "stateSince", "voiceCount")
     SELECT gen_random_uuid(), c.id, s.id, 'Attente ' || n || CASE WHEN n % 40 = 0 THEN ' de maintenance' ELSE '' END,
            'Nous aimerions en parler.', '{}', now() - (n % 400 || ' days')::interval,
            (enum_range(NULL::expectation_state))[1 + n % 6], now(), 1 + (($2::int - 1) * power(random(), 10))::int
       FROM generate_series(1, $1::int) n
       JOIN commission c ON c.position = 1 + n % 5 JOIN structure s ON s.slug = 'banc-' || n % $2`,
    [EXPECTATIONS, STRUCTURES],
  );
  await client.query(
    `UPDATE expectation SET "mergedIntoId" = (SELECT id FROM expectation WHERE title = 'Attente 1')
      WHERE title ~ '^Attente \\d*5$'`,
  );
  await client.query(
    `INSERT INTO expectation_voice ("expectationId", "structureId", "givenAt")
     SELECT e.id, s.id, now() - random() * 120 * interval '1 day'
       FROM expectation e CROSS JOIN LATERAL generate_series(1, e."voiceCount") n
       JOIN structure s ON s.slug = 'banc-' || (abs(hashtext(e.title)) % $1 + n) % $1
      WHERE e.title ~ '^Attente \\d'`,
    [STRUCTURES],
  );
  await client.query(
    `INSERT INTO expectation_comment (id, "expectationId", "structureId", body)
     SELECT gen_random_uuid(), e.id, e."structureId", 'Nous aussi.' FROM expectation e, generate_series(1, 4)
      WHERE e.title ~ '^Attente \\d'`,
  );
  await client.query(
    `INSERT INTO expectation_follow ("expectationId", "personId")
     SELECT e.id, p.id FROM expectation e JOIN person p
         ON p.email ~ '^banc-' AND abs(hashtext(e.title)) % 35 = abs(hashtext(p.email)) % 35
      WHERE e.title ~ '^Attente \\d'`,
  );
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}
