import type { Client } from "pg";
import { listInternships } from "../lib/internships/queries.ts";
import { browseInternships } from "../lib/internships/search/queries.ts";
import { readOfferAddress } from "../lib/internships/search/schema.ts";
import { addDays, dayOf } from "../lib/platform/dates.ts";
import { visitor } from "../lib/policy/actor.ts";
import { type Counted, measureCounted } from "./counted.ts";

const OFFERS = 20_000;
const STRUCTURES = 350;

/** What the plain list is called: the others are measured against it. */
export const PLAIN = "plain list";

/** A visitor searches 20,000 open offers of 350 structures: what the page of offers asks, facets and map included. */
export async function benchInternships(adminUrl: string): Promise<Record<string, Counted>> {
  const today = dayOf(new Date());
  const period = { du: addDays(today, 100), au: addDays(today, 200) };
  const page = async (address: Record<string, string>) => {
    const { filter, after } = readOfferAddress(address);
    const { items } = await browseInternships(visitor, filter, { limit: 24, after }, new Date());
    if (items.length === 0) throw new Error("nothing was found");
  };
  return measureCounted(
    adminUrl,
    { database: "bench_internships", generate, runs: 300 },
    {
      [PLAIN]: async () => {
        const { items } = await listInternships(visitor, { limit: 24 }, new Date());
        if (items.length === 0) throw new Error("nothing was found");
      },
      "distance and period": () => page({ ville: "lens", rayon: "25", ...period }),
      "distance, period, level, trade": () =>
        page({ ville: "lens", rayon: "50", niveau: "but2", metier: "developpement", ...period }),
      words: () => page({ q: "supervision", ville: "arras" }),
      everything: () => page({}),
    },
  );
}

/** Offers begin and last as they like, in every commune, for one or two levels each. */
async function generate(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO structure (id, slug, name, kind, status, description, "joinedOn", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, 'Banc ' || n, 'service', 'active', '', current_date - 400, now()
       FROM generate_series(0, $1::int - 1) n`,
    [STRUCTURES],
  );
  await client.query(
    `INSERT INTO internship (id, slug, "structureId", title, missions, skills, levels, "startsOn", "endsOn", weeks, "communeInsee",
            "commissionId", "applyBefore", "answerBy", "publishedAt", "updatedAt")
     SELECT gen_random_uuid(), 'banc-' || n, s.id, 'Stage ' || n || CASE WHEN n % 40 = 0 THEN ' de supervision' ELSE '' END, 'Poser, documenter, transmettre.',
            ARRAY['Linux', 'SQL'], ARRAY[l.all[1 + n % 8], l.all[1 + (n / 8) % 8]], current_date + 30 + n % 200, current_date + 100 + n % 200 + n % 60, 4 + n % 6,
            c.insee, k.id, current_date + 1 + n % 29, current_date + 60, now() - (n % 90 || ' days')::interval, now()
       FROM generate_series(1, $1::int) n
       JOIN structure s ON s.slug = 'banc-' || n % $2::int
       CROSS JOIN (SELECT enum_range(NULL::internship_level) AS all) l
       JOIN (SELECT insee, row_number() OVER (ORDER BY insee) - 1 AS place, count(*) OVER () AS total FROM commune) c ON c.place = n % c.total
       JOIN commission k ON k.position = 1 + n % 5`,
    [OFFERS, STRUCTURES],
  );
  await client.query("VACUUM ANALYZE");
}
