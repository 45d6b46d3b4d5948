import "server-only";
import { Temporal } from "temporal-polyfill";
import { Prisma } from "#lib/generated/prisma/client";
import type { Meaning } from "#lib/search/meaning";
import type { DirectoryFilter, DirectoryPage } from "./schema.ts";

type Filters = Omit<DirectoryFilter, "q">;

// Written by hand: Prisma has neither full text with ranks nor counts by several groups at once.

/** Rows of `listMembers` when words were typed. The name counts more than any rank when it begins so. */
export function matchesSql(
  filter: Filters,
  q: string,
  { page, perPage, after }: DirectoryPage,
  meaning: Meaning | null = null,
): Prisma.Sql {
  const from =
    after && "rank" in after ? Prisma.sql`WHERE (rank, id) < (${after.rank}::float8, ${after.id}::uuid)` : Prisma.empty;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (${meaning ? Prisma.sql`SELECT NULL::text AS corrected` : Prisma.sql`SELECT * FROM directory_query(${q})`}),
    matched AS MATERIALIZED (${
      meaning
        ? Prisma.sql`
      SELECT s.id, m.rank + CASE WHEN s."citySlug" = ${meaning.citySlug} THEN 1 ELSE 0 END AS rank
        FROM (${meantSql(meaning, q)}) m JOIN structure s ON s.id = m.id WHERE ${active(filter)}`
        : Prisma.sql`
      SELECT s.id, ts_rank(s.search, asked.query)::float8 + CASE WHEN starts_with(plain(s.name), plain(${q})) THEN 1 ELSE 0 END AS rank
        FROM asked JOIN structure s ON s.search @@ asked.query WHERE ${active(filter)}`
    }),
    picked AS (
      SELECT id, rank FROM matched ${from} ORDER BY rank DESC, id DESC LIMIT ${perPage + 1} OFFSET ${after ? 0 : (page - 1) * perPage}
    )
    SELECT (SELECT count(*)::int FROM matched) AS total, (SELECT corrected FROM asked) AS corrected,
           p.id, p.rank, NULL::int AS lap, NULL::text AS key, ${memberJson} AS member
      FROM (VALUES (1)) AS once LEFT JOIN picked p ON true LEFT JOIN structure s ON s.id = p.id
     ORDER BY p.rank DESC, p.id DESC`;
}

/**
 * Rows of `listMembers` without words: the weekday's shuffle, begun at a place that each day
 * changes, in two laps (from that place to the end, then from the start to that place).
 */
export function shuffleSql(filter: Filters, { page, perPage, after }: DirectoryPage, day: string): Prisma.Sql {
  // Inlined, not bound: only a literal matches one of the seven indexes.
  const key = Prisma.raw(`shuffle_key(s.id, ${Temporal.PlainDate.from(day).dayOfWeek})`);
  const start = Prisma.sql`hashtextextended(${day}, 0)`;
  const at = after && "day" in after ? after : undefined;
  const rows = at ? perPage + 1 : page * perPage + 1;
  const lap = (number: 0 | 1, range: Prisma.Sql) => {
    if (at && at.lap > number)
      return Prisma.sql`(SELECT ${number}::int AS lap, 0::bigint AS key, s.id FROM structure s WHERE false)`;
    const past =
      at?.lap === number ? Prisma.sql`AND (${key}, s.id) > (${at.key}::bigint, ${at.id}::uuid)` : Prisma.empty;
    return Prisma.sql`(SELECT ${number}::int AS lap, ${key} AS key, s.id FROM structure s
      WHERE ${active(filter)} AND ${range} ${past} ORDER BY ${key}, s.id LIMIT ${rows})`;
  };
  return Prisma.sql`
    WITH ordered AS (${lap(0, Prisma.sql`${key} >= ${start}`)} UNION ALL ${lap(1, Prisma.sql`${key} < ${start}`)}),
    picked AS (SELECT * FROM ordered ORDER BY lap, key, id LIMIT ${perPage + 1} OFFSET ${at ? 0 : (page - 1) * perPage})
    SELECT (SELECT count(*)::int FROM structure s WHERE ${active(filter)}) AS total, NULL::text AS corrected,
           p.id, NULL::float8 AS rank, p.lap, p.key::text AS key, ${memberJson} AS member
      FROM (VALUES (1)) AS once LEFT JOIN picked p ON true LEFT JOIN structure s ON s.id = p.id
     ORDER BY p.lap, p.key, p.id`;
}

/** Rows of `countFacets`. Each facet leaves its own filter out. */
export function facetsSql({ q, ...filter }: DirectoryFilter, meaning: Meaning | null): Prisma.Sql {
  const matching =
    q === undefined
      ? Prisma.sql`SELECT s.* FROM structure s WHERE s.status = 'active'`
      : meaning
        ? Prisma.sql`SELECT s.* FROM (${meantSql(meaning, q)}) m JOIN structure s ON s.id = m.id WHERE s.status = 'active'`
        : Prisma.sql`SELECT s.* FROM directory_query(${q}) asked JOIN structure s ON s.search @@ asked.query WHERE s.status = 'active'`;
  return Prisma.sql`
    WITH matching AS MATERIALIZED (${matching})
    (SELECT 'commission' AS facet, c.slug AS value, c.name AS label, count(s.id)::int AS count
       FROM commission c LEFT JOIN (commission_member m JOIN matching s ON s.id = m."structureId" AND ${active({ ...filter, commission: undefined })}) ON m."commissionId" = c.id
      GROUP BY c.id ORDER BY c.position)
    UNION ALL
    (SELECT 'kind', s.kind::text, s.kind::text, count(*)::int FROM matching s
      WHERE ${active({ ...filter, kind: undefined })} GROUP BY s.kind ORDER BY 4 DESC, 2)
    UNION ALL
    (SELECT 'city', s."citySlug", min(s.city), count(*)::int FROM matching s
      WHERE s."citySlug" IS NOT NULL AND ${active({ ...filter, city: undefined })} GROUP BY s."citySlug" ORDER BY 4 DESC, 2)
    UNION ALL
    (SELECT 'skill', k.slug, k.label, count(*)::int
       FROM matching s JOIN structure_skill l ON l."structureId" = s.id JOIN skill k ON k.id = l."skillId"
      WHERE ${active({ ...filter, skill: undefined })} GROUP BY k.id ORDER BY 4 DESC, 3 LIMIT 30)`;
}

/** Who can do what the words mean and how well, behind who has all the words themselves. */
function meantSql({ skills, hasWords }: Meaning, q: string): Prisma.Sql {
  const spoken = hasWords
    ? Prisma.sql`UNION ALL SELECT s.id, 3 + ts_rank(s.search, asked.query)::float8
        FROM directory_query(${q}) asked JOIN structure s ON s.search @@ asked.query`
    : Prisma.empty;
  return Prisma.sql`
    SELECT id, max(rank) AS rank FROM (
      SELECT t."structureId" AS id, a.share * t.weight AS rank
        FROM unnest(${skills.map(({ slug }) => slug)}::text[], ${skills.map(({ share }) => share)}::float8[]) AS a(slug, share)
        JOIN skill k ON k.slug = a.slug JOIN structure_topic t ON t."skillId" = k.id
       WHERE a.share * t.weight >= 0.25 ${spoken}
    ) AS meant GROUP BY id`;
}

function active({ kind, city, commission, skill }: Filters): Prisma.Sql {
  const conditions = [Prisma.sql`s.status = 'active'`];
  if (kind) conditions.push(Prisma.sql`s.kind = ${kind}::structure_kind`);
  if (city) conditions.push(Prisma.sql`s."citySlug" = ${city}`);
  if (commission) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM commission_member fm JOIN commission fc ON fc.id = fm."commissionId"
      WHERE fm."structureId" = s.id AND fc.slug = ${commission})`);
  }
  if (skill) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM structure_skill fl JOIN skill fk ON fk.id = fl."skillId"
      WHERE fl."structureId" = s.id AND fk.slug = ${skill})`);
  }
  return Prisma.join(conditions, " AND ");
}

// Built only for the rows of the page.
const memberJson = Prisma.sql`CASE WHEN s.id IS NOT NULL THEN json_build_object(
  'slug', s.slug, 'name', s.name, 'kind', s.kind, 'city', s.city, 'citySlug', s."citySlug", 'postalCode', s."postalCode", 'logoKey', s."logoKey",
  'isFictional', s."isFictional", 'description', s.description,
  'commissions', coalesce((SELECT json_agg(c.slug ORDER BY c.position) FROM commission_member m
     JOIN commission c ON c.id = m."commissionId" WHERE m."structureId" = s.id), '[]'),
  'skills', coalesce((SELECT json_agg(coalesce(k.label, l."ownLabel") ORDER BY l.position) FROM structure_skill l
     LEFT JOIN skill k ON k.id = l."skillId" WHERE l."structureId" = s.id), '[]')) END`;
