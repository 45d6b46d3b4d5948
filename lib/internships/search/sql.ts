import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { dayOf } from "#lib/platform/dates";
import { COMMUNES, communesAround } from "#lib/territory/communes";
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

/** Which part of the list, in which order, and whether with what each filter would leave. */
export interface Part {
  limit: number;
  after?: OfferPosition | undefined;
  order?: "fit" | "newest" | undefined;
  hasFacets?: boolean | undefined;
}

/** The one row of a search: best fit first, then the earliest deadline. The table is read once for all of it. */
export function searchSql(looked: Looked, { limit, after, order = "fit", hasFacets = false }: Part): Prisma.Sql {
  const { city, km, commission, level, ...rest } = looked.filter;
  const past = after
    ? Prisma.sql`AND (cost, "applyBefore", id) > (${after[0]}::int, ${after[1]}::date, ${after[2]}::uuid)`
    : Prisma.empty;
  const isNewest = order === "newest";
  const sorted = isNewest ? Prisma.sql`p."publicSince" DESC, p.id DESC` : Prisma.sql`p.cost, p."applyBefore", p.id`;
  return Prisma.sql`
    WITH ${sources(looked)},
    matching AS MATERIALIZED (
      SELECT i.id, i."applyBefore", n.place, i."commissionId" AS trade, i.levels, n.km, (100 - ${score(looked)})::int AS cost,
             ${isNewest ? Prisma.sql`internship_public_since(i)` : Prisma.sql`NULL::timestamptz`} AS "publicSince",
             ${kept({ city, km })} AS "isNear", ${kept({ commission })} AS "isOfTrade", ${kept({ level })} AS "isOfLevel"
        FROM ${offers(looked)} WHERE ${open(looked)} AND ${kept(rest)}
    ),
    ${hasFacets ? Prisma.sql`tally AS MATERIALIZED (${tallied}),` : Prisma.empty}
    picked AS (SELECT * FROM matching p WHERE ${whole} ${past} ORDER BY ${sorted} LIMIT ${limit + 1})
    SELECT (SELECT count(*)::int FROM matching WHERE ${whole}) AS total,
           ${looked.filter.q ? Prisma.sql`(SELECT corrected FROM asked)` : Prisma.sql`NULL::text`} AS corrected,
           (SELECT coalesce(json_agg(${offerJson} ORDER BY ${sorted}), '[]') FROM picked p JOIN internship i ON i.id = p.id
              JOIN structure s ON s.id = i."structureId" LEFT JOIN commune c ON c.insee = i."communeInsee") AS offers,
           ${hasFacets ? facetsJson : Prisma.sql`NULL::json`} AS facets`;
}

const BY_PLACE = 0b011;
const BY_TRADE = 0b101;
const BY_LEVELS = 0b110;

const whole = Prisma.sql`"isNear" AND "isOfTrade" AND "isOfLevel"`;

/** One reading for all the facets; each leaves its own filter out. `facet` has a bit for each column folded away. */
const tallied = Prisma.sql`
  SELECT grouping(place, trade, levels) AS facet, place, trade, levels,
         (CASE grouping(place, trade, levels)
            WHEN ${BY_PLACE} THEN count(*) FILTER (WHERE "isOfTrade" AND "isOfLevel")
            WHEN ${BY_TRADE} THEN count(*) FILTER (WHERE "isNear" AND "isOfLevel")
            ELSE count(*) FILTER (WHERE "isNear" AND "isOfTrade") END)::int AS count
    FROM matching GROUP BY GROUPING SETS ((place), (trade), (levels))`;

const facetsJson = Prisma.sql`json_build_object(
  'city', (SELECT coalesce(json_agg(json_build_object('value', c.slug, 'label', c.name, 'count', t.count) ORDER BY t.count DESC, c.name), '[]')
     FROM tally t JOIN near n USING (place) JOIN commune c USING (insee) WHERE t.facet = ${BY_PLACE} AND t.count > 0),
  'commission', (SELECT json_agg(json_build_object('value', c.slug, 'label', c.name, 'count', coalesce(t.count, 0)) ORDER BY c.position)
     FROM commission c LEFT JOIN tally t ON t.facet = ${BY_TRADE} AND t.trade = c.id),
  'level', (SELECT coalesce(json_agg(json_build_object('value', l.level, 'label', l.level, 'count', l.count)), '[]')
     FROM (SELECT level, sum(t.count) AS count FROM tally t, unnest(t.levels) AS level WHERE t.facet = ${BY_LEVELS} AND t.count > 0 GROUP BY level) l))`;

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
  const around = centre ? communesAround(centre, Number.POSITIVE_INFINITY) : [];
  const communes = around.length > 0 ? around : COMMUNES.map(({ insee }) => ({ insee, km: null }));
  return Prisma.sql`
    asked AS MATERIALIZED (${filter.q ? Prisma.sql`SELECT * FROM internship_query(${filter.q})` : Prisma.sql`SELECT NULL::tsquery AS query, NULL::text AS corrected`}),
    near AS MATERIALIZED (SELECT * FROM unnest(${communes.map(({ insee }) => insee)}::bpchar[], ${communes.map(({ km }) => km)}::float8[]) WITH ORDINALITY AS near(insee, km, place))`;
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
  if (level) {
    const isKnown = Object.hasOwn(InternshipLevel, level);
    conditions.push(isKnown ? Prisma.sql`${level}::internship_level = ANY (i.levels)` : Prisma.sql`false`);
  }
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
  return Prisma.sql`round((${Prisma.join(parts, " + ")})::float8)`;
}

// Built only for the rows of the page.
const offerJson = Prisma.sql`json_build_object(
  'id', i.id, 'cost', p.cost, 'slug', i.slug, 'title', i.title, 'levels', i.levels::text[], 'skills', coalesce(i.skills, '{}'), 'startsOn', i."startsOn", 'endsOn', i."endsOn", 'weeks', i.weeks,
  'hoursPresent', i."hoursPresent", 'hourlyStipendCents', i."hourlyStipendCents", 'remotePercent', i."remotePercent", 'places', i.places,
  'applyBefore', i."applyBefore", 'publicSince', internship_public_since(i), 'updatedAt', i."updatedAt", 'km', p.km,
  'commune', CASE WHEN c.insee IS NOT NULL THEN json_build_object('slug', c.slug, 'name', c.name) END,
  'structure', json_build_object('slug', s.slug, 'name', s.name, 'city', s.city))`;
