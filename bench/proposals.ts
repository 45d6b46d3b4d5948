import type { Client } from "pg";
import { proposeDates } from "../lib/meetings/proposals/queries.ts";
import { system } from "../lib/policy/actor.ts";
import { type Counted, measureCounted } from "./counted.ts";

const COMMISSIONS = ["infrastructures-reseaux", "gestion", "developpement", "communication-internet", "education"];
const MEMBERS = 200;

export interface ProposalFigures extends Counted {
  commissions: number;
  members: number;
}

/** Dates proposed to five commissions of 200 members each, in one call, over a year of existing meetings. */
export async function benchProposals(adminUrl: string): Promise<ProposalFigures> {
  const measured = await measureCounted(
    adminUrl,
    { database: "bench_proposals", generate, runs: 200 },
    {
      propose: async () => {
        const proposed = await proposeDates(system, COMMISSIONS, { needsRoom: true, now: new Date() });
        const without = proposed.find(({ proposals }) => proposals.length === 0);
        if (without) throw new Error(`nothing is proposed to ${without.slug}`);
      },
    },
  );
  return { commissions: COMMISSIONS.length, members: MEMBERS, ...measured.propose };
}

/** 200 structures with a person each in every commission, a third of them in the next one too; a year of meetings. */
async function generate(client: Client): Promise<void> {
  await client.query("BEGIN; SET LOCAL session_replication_role = replica");
  await client.query(
    `INSERT INTO structure (id, slug, name, kind, status, description, "joinedOn", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, 'Banc ' || n, 'service', 'active', '', current_date - 400, now()
       FROM generate_series(0, $1::int * 5 - 1) n`,
    [MEMBERS],
  );
  await client.query(
    `INSERT INTO person (id, email, "firstName", "lastName") SELECT gen_random_uuid(), s.slug || '@banc.example', 'Banc', s.slug
       FROM structure s WHERE s.slug ~ '^banc-'`,
  );
  await client.query(
    `INSERT INTO affiliation (id, "personId", "structureId", "startsOn") SELECT gen_random_uuid(), p.id, s.id, current_date - 400
       FROM structure s JOIN person p ON p.email = s.slug || '@banc.example'`,
  );
  await client.query(
    `INSERT INTO commission_member ("structureId", "commissionId", "joinedOn")
     SELECT s.id, c.id, current_date - 400 FROM structure s CROSS JOIN generate_series(0, 1) also
       JOIN commission c ON c.position = 1 + (substr(s.slug, 6)::int + also) % 5
      WHERE s.slug ~ '^banc-' AND (also = 0 OR substr(s.slug, 6)::int % 3 = 0)`,
  );
  await client.query(
    `INSERT INTO event (id, slug, kind, title, "startsAt", "endsAt", "commissionId", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || c.slug || '-' || w + 52, 'commission_meeting', 'Réunion', at, at + interval '2 hours', c.id, now()
       FROM commission c CROSS JOIN generate_series(-52, 12) w
       CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + w * interval '7 days' + (c.position || ' days')::interval + interval '17 hours' AS at) d
      WHERE w % 6 = 0`,
  );
  await client.query(
    `INSERT INTO event (id, slug, kind, title, "startsAt", "endsAt", "updatedAt")
     SELECT gen_random_uuid(), 'banc-club-' || w + 52, 'club_event', 'Rencontre', at, at + interval '2 hours', now()
       FROM generate_series(-52, 12) w
       CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + w * interval '7 days' + interval '3 days 11 hours' AS at) d`,
  );
  await client.query(
    `INSERT INTO room_booking (id, "roomId", "eventId", "startsAt", "endsAt")
     SELECT gen_random_uuid(), r.id, e.id, e."startsAt", e."endsAt"
       FROM event e JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS i, count(*) OVER () AS total FROM room) r
         ON r.i = abs(hashtext(e.slug)) % r.total WHERE e.slug ~ '^banc-' ON CONFLICT DO NOTHING`,
  );
  await client.query("COMMIT");
  await client.query("VACUUM ANALYZE");
}
