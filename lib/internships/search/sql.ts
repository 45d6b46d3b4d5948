import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { dayOf } from "#lib/platform/dates";
import { communesAround } from "#lib/territory/communes";
import { HOURS_WITHOUT_STIPEND } from "../law.ts";
import type { Wish } from "./rules.ts";
import type { OfferFilter, OfferPosition } from "./schema.ts";

// Written by hand: Prisma has neither full text with ranks nor a walk by a computed key.

/** Who looks for what. */
export interface Looked {
  filter: OfferFilter;
  /** What makes one offer fit better than another. */
  wish: Wish;
  /** The schools whose first look `looked` shares. */
  schools: string[];
  now: Date;
}

/** What a fit is made of, out of 100. */
const LEVEL = 30;
const WHOLE_PERIOD = 30;
const PART_OF_PERIOD = 10;
const SKILLS = 20;
const NEARNESS = 20;
/** Kilometres at which nearness has lost all its weight. */
const FAR = 50;
/** What the words typed add, at most. */
const WORDS = 30;

/** Rows of `searchInternships`: best fit first, then the earliest deadline. */
export function offersSql(
  looked: Looked,
  { limit, after, order = "fit" }: { limit: number; after?: OfferPosition | undefined; order?: "fit" | "newest" },
): Prisma.Sql {
  const past = after
    ? Prisma.sql`WHERE (cost, "applyBefore", id) > (${after[0]}::int, ${after[1]}::date, ${after[2]}::uuid)`
    : Prisma.empty;
  const sorted = order === "newest" ? Prisma.sql`"publicSince" DESC, id DESC` : Prisma.sql`cost, "applyBefore", id`;
  return Prisma.sql`
    WITH ${sources(looked)},
    matched AS MATERIALIZED (
      SELECT i.id, i."applyBefore", n.km, (100 - ${score(looked)})::int AS cost,
             ${order === "newest" ? Prisma.sql`internship_public_since(i)` : Prisma.sql`i."publishedAt"`} AS "publicSince"
        FROM ${offers(looked)} WHERE ${open(looked)} AND ${kept(looked.filter)}
    ),
    picked AS (SELECT * FROM matched ${past} ORDER BY ${sorted} LIMIT ${limit + 1})
    SELECT (SELECT count(*)::int FROM matched) AS total, ${corrected(looked)} AS corrected,
           p.id, p.cost, p."applyBefore"::text AS "applyBefore", ${offerJson} AS offer
      FROM (VALUES (1)) AS once LEFT JOIN picked p ON true LEFT JOIN internship i ON i.id = p.id
      LEFT JOIN structure s ON s.id = i."structureId" LEFT JOIN commune c ON c.insee = i."communeInsee"
     ORDER BY ${order === "newest" ? Prisma.sql`p."publicSince" DESC, p.id DESC` : Prisma.sql`p.cost, p."applyBefore", p.id`}`;
}

/** Rows of `countOffers`: each facet leaves its own filter out. */
export function facetsSql(looked: Looked): Prisma.Sql {
  const { city, commission, level, ...rest } = looked.filter;
  return Prisma.sql`
    WITH ${sources(looked)},
    matching AS MATERIALIZED (
      SELECT i."communeInsee" AS insee, i."commissionId" AS trade, i.levels::text[] AS levels,
             ${kept({ city, km: rest.km })} AS near, ${kept({ commission })} AS "ofTrade", ${kept({ level })} AS "ofLevel"
        FROM ${offers(looked)} WHERE ${open(looked)} AND ${kept(rest)}
    )
    (SELECT 'city' AS facet, c.slug AS value, c.name AS label, count(*)::int AS count
       FROM matching m JOIN commune c ON c.insee = m.insee WHERE m."ofTrade" AND m."ofLevel" GROUP BY c.insee ORDER BY 4 DESC, 3)
    UNION ALL
    (SELECT 'commission', c.slug, c.name, count(m.trade)::int
       FROM commission c LEFT JOIN matching m ON m.trade = c.id AND m.near AND m."ofLevel" GROUP BY c.id ORDER BY c.position)
    UNION ALL
    (SELECT 'level', l, l, count(*)::int FROM matching m, unnest(m.levels) l
      WHERE m.near AND m."ofTrade" GROUP BY l)`;
}

/** Ids of the offers that became everybody's since an alert was asked for and that it has not told of yet. */
export function untoldSql(looked: Looked, { alertId, since }: { alertId: string; since: Date }): Prisma.Sql {
  return Prisma.sql`
    WITH ${sources(looked)}
    SELECT i.id FROM ${offers(looked)}
     WHERE ${open(looked)} AND ${kept(looked.filter)} AND internship_public_since(i) > ${since}
       AND NOT EXISTS (SELECT 1 FROM internship_alert_sending t WHERE t."alertId" = ${alertId}::uuid AND t."internshipId" = i.id)
     ORDER BY 100 - ${score(looked)}, i."applyBefore", i.id LIMIT 50`;
}

/** The words, understood, and every commune with its distance from the town that is asked for. */
function sources({ filter, wish }: Looked): Prisma.Sql {
  const centre = filter.city ?? wish.city;
  const communes = centre ? communesAround(centre, Number.POSITIVE_INFINITY) : [];
  return Prisma.sql`
    asked AS MATERIALIZED (${filter.q ? Prisma.sql`SELECT * FROM internship_query(${filter.q})` : Prisma.sql`SELECT NULL::tsquery AS query, NULL::text AS corrected`}),
    near AS MATERIALIZED (SELECT * FROM unnest(${communes.map(({ insee }) => insee)}::bpchar[], ${communes.map(({ km }) => km)}::float8[]) AS near(insee, km))`;
}

function offers({ filter }: Looked): Prisma.Sql {
  return Prisma.sql`internship i JOIN structure s ON s.id = i."structureId" LEFT JOIN near n ON n.insee = i."communeInsee"
    ${filter.q ? Prisma.sql`JOIN asked ON i.search @@ asked.query` : Prisma.empty}`;
}

/** What policy/internships lets everybody read, and people of the schools that see an offer first. */
function open({ schools, now }: Looked): Prisma.Sql {
  const today = dayOf(now);
  const first = schools.length > 0 ? Prisma.sql`OR i."shownFirstTo" && ${schools}::uuid[]` : Prisma.empty;
  return Prisma.sql`s.status = 'active' AND i."publishedAt" <= ${now} AND i."closedAt" IS NULL AND i."applyBefore" >= ${today}::date
    AND (i."shownFirstUntil" IS NULL OR i."shownFirstUntil" < ${today}::date ${first})`;
}

function kept({ commission, skill, level, from, to, city, km, isPaid }: Partial<OfferFilter>): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (commission) {
    conditions.push(Prisma.sql`i."commissionId" = (SELECT id FROM commission WHERE slug = ${commission})`);
  }
  if (skill) conditions.push(Prisma.sql`${skill} = ANY (i.skills)`);
  if (level) conditions.push(Prisma.sql`${level} = ANY (i.levels::text[])`);
  if (from) conditions.push(Prisma.sql`i."endsOn" >= ${from}::date`);
  if (to) conditions.push(Prisma.sql`i."startsOn" <= ${to}::date`);
  if (city) conditions.push(Prisma.sql`coalesce(n.km <= ${km}, false)`);
  if (isPaid) {
    const paid = Prisma.sql`(i."hoursPresent" > ${HOURS_WITHOUT_STIPEND} OR i."hourlyStipendCents" IS NOT NULL)`;
    conditions.push(isPaid === "oui" ? paid : Prisma.sql`NOT ${paid}`);
  }
  return Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}

/** How well an offer fits, from 0 to 100 and the words. */
function score({ filter, wish: { levels, from, to, skills } }: Looked): Prisma.Sql {
  const parts = [Prisma.sql`CASE WHEN n.km IS NULL THEN 0 ELSE ${NEARNESS} * (1 - least(n.km, ${FAR}) / ${FAR}) END`];
  if (levels.length > 0) {
    parts.push(Prisma.sql`CASE WHEN i.levels && ${levels}::internship_level[] THEN ${LEVEL} ELSE 0 END`);
  }
  if (from || to) {
    const days = Prisma.sql`least(i."endsOn", coalesce(${to ?? null}::date, i."endsOn")) - greatest(i."startsOn", coalesce(${from ?? null}::date, i."startsOn"))`;
    parts.push(
      Prisma.sql`CASE WHEN ${days} >= i.weeks * 7 - 3 THEN ${WHOLE_PERIOD} WHEN ${days} >= 0 THEN ${PART_OF_PERIOD} ELSE 0 END`,
    );
  }
  if (skills.length > 0) {
    parts.push(
      Prisma.sql`${SKILLS}::float8 * (SELECT count(*) FROM unnest(i.skills) k WHERE k = ANY (${skills})) / ${skills.length}`,
    );
  }
  if (filter.q) parts.push(Prisma.sql`${WORDS} * least(1, ts_rank(i.search, asked.query))`);
  return Prisma.sql`round((${Prisma.join(parts, " + ")})::numeric)`;
}

function corrected({ filter }: Looked): Prisma.Sql {
  return filter.q ? Prisma.sql`(SELECT corrected FROM asked)` : Prisma.sql`NULL::text`;
}

// Built only for the rows of the page.
const offerJson = Prisma.sql`CASE WHEN i.id IS NOT NULL THEN json_build_object(
  'id', i.id, 'slug', i.slug, 'title', i.title, 'levels', i.levels::text[], 'skills', coalesce(i.skills, '{}'), 'startsOn', i."startsOn", 'endsOn', i."endsOn", 'weeks', i.weeks,
  'hoursPresent', i."hoursPresent", 'hourlyStipendCents', i."hourlyStipendCents", 'remotePercent', i."remotePercent", 'places', i.places,
  'applyBefore', i."applyBefore", 'publicSince', internship_public_since(i), 'updatedAt', i."updatedAt", 'km', p.km,
  'commune', CASE WHEN c.insee IS NOT NULL THEN json_build_object('slug', c.slug, 'name', c.name) END,
  'structure', json_build_object('slug', s.slug, 'name', s.name, 'city', s.city)) END`;
