import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import type { Headcount } from "#lib/generated/prisma/enums";

/** What is looked for, in plain figures. */
export interface Asked {
  /** For each wish (from 0), the skills that answer it and how well, up to 1. */
  answers: { wish: number; skill: string; share: number }[];
  /** Words of the text that a member's own name, labels or description may hold, and how telling each is. */
  words: { word: string; mass: number }[];
  near: { latitude: number; longitude: number } | null;
  /** Members who were asked already. */
  except: string[];
  /** How large the buyer is, where it said so: some members only want to hear of larger ones. */
  headcount: Headcount | null;
  /** The day, which turns the order of equals. */
  day: string;
  limit: number;
}

/** Kilometres at which nearness has lost all its weight, and the weight it has. */
const FAR = 60;
const NEARNESS = 0.25;
/** How much the text's own words found in a member's words add, at most. */
const WORDS = 0.4;
/** How many members of one skill are compared: all of them in a club, the surest in a crowd. */
const PER_SKILL = 200;
/**
 * What a skill's own history adds or takes: a need won there, a need declined there as not its trade.
 * Bounded: nobody is lifted or sunk by it further than `MOST_LEARNT`.
 */
const WON = 0.03;
const DECLINED = 0.05;
const MOST_LEARNT = 0.15;
/** Members whose fit differs by less are equals: the least solicited of late first, then in the day's turn. */
const EQUAL = 0.04;

/**
 * Members by fit. A wish counts for its best answer and a little for the others; words, nearness
 * and the last thirty days' introductions order those who fit alike.
 */
export function rankingSql({ answers, words, near, except, headcount, day, limit }: Asked): Prisma.Sql {
  const km = near
    ? Prisma.sql`111.2 * sqrt(power(c.latitude - ${near.latitude}::float8, 2)
        + power((c.longitude - ${near.longitude}::float8) * cos(radians(${near.latitude}::float8)), 2))`
    : Prisma.sql`NULL::float8`;
  return Prisma.sql`
    WITH asked AS (
      SELECT a.wish, a.slug, a.share, k.id AS "skillId", k.label
        FROM unnest(${answers.map(({ wish }) => wish)}::int[], ${answers.map(({ skill }) => skill)}::text[],
                    ${answers.map(({ share }) => share)}::float8[]) AS a(wish, slug, share) JOIN skill k ON k.slug = a.slug
    ),
    by_wish AS (
      SELECT t."structureId", a.wish, max(a.share * t.weight) + 0.15 * (sum(a.share * t.weight) - max(a.share * t.weight)) AS fit
        FROM asked a CROSS JOIN LATERAL (
          SELECT "structureId", weight FROM structure_topic
           WHERE "skillId" = a."skillId" ORDER BY weight DESC LIMIT ${PER_SKILL}
        ) AS t
       WHERE NOT EXISTS (SELECT 1 FROM need_preference w WHERE w."structureId" = t."structureId" AND a.slug = ANY(w."mutedSkills"))
       GROUP BY 1, 2
    ),
    fits AS (SELECT "structureId", sum(fit) AS fit, jsonb_object_agg(wish, round(fit::numeric, 3)) AS wishes FROM by_wish GROUP BY 1),
    near AS MATERIALIZED (
      SELECT s.id, c.name AS commune, f.fit, f.wishes, ${km} AS km
        FROM fits f JOIN structure s ON s.id = f."structureId" LEFT JOIN commune c ON c.insee = s."communeInsee"
        LEFT JOIN need_preference w ON w."structureId" = s.id
       WHERE s.status = 'active' AND s.id <> ALL(${except}::uuid[])
         AND coalesce(w."absentUntil" < ${day}::date, true)
         AND coalesce(${km} <= w."maxKm", true)
         AND coalesce(${headcount}::headcount >= w."minHeadcount", true)
         AND (w."monthlyLimit" IS NULL OR w."monthlyLimit" > (SELECT count(*) FROM introduction i
               WHERE i."structureId" = s.id AND i.state <> 'chosen' AND i."proposedAt" >= date_trunc('month', ${day}::date)))
       ORDER BY f.fit * (1 - ${NEARNESS} * least(coalesce(${km}, ${FAR / 2}), ${FAR}) / ${FAR}) DESC, hashtextextended(s.id::text || ${day}, 0)
       LIMIT 80
    ),
    spoken AS (
      SELECT n.*, s.slug, s.name, w.words, n.fit * (1 + ${WORDS} * coalesce(w.share, 0)) * (1 + h.learnt)
             * (1 - ${NEARNESS} * least(coalesce(n.km, ${FAR / 2}), ${FAR}) / ${FAR}) AS score
        FROM near n JOIN structure s ON s.id = n.id CROSS JOIN LATERAL (
          SELECT array_agg(word ORDER BY mass DESC) FILTER (WHERE hit) AS words, sum(mass) FILTER (WHERE hit) / nullif(sum(mass), 0) AS share
            FROM (SELECT word, mass, s.search @@ to_tsquery('public.fr', word || ':ABD') AS hit
                    FROM unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ mass }) => mass)}::float8[]) AS u(word, mass)) AS tried
        ) AS w CROSS JOIN LATERAL (
          SELECT greatest(${-MOST_LEARNT}::float8, least(${MOST_LEARNT}::float8,
                   ${WON}::float8 * count(*) FILTER (WHERE i.state = 'won') - ${DECLINED}::float8 * count(*) FILTER (WHERE i."declineReason" = 'not_our_trade'))) AS learnt
            FROM introduction i JOIN need d ON d.id = i."needId"
           WHERE i."structureId" = n.id AND d."skillId" IN (SELECT "skillId" FROM asked)
        ) AS h
    )
    SELECT p.id, p.slug, p.name, p.commune, p.km, p.score, p.wishes, coalesce(p.words, '{}') AS words,
           (SELECT json_agg(json_build_object('wish', a.wish, 'label', a.label, 'source', t.source, 'evidence', t.evidence)
                            ORDER BY a.share * t.weight DESC)
              FROM asked a JOIN structure_topic t ON t."skillId" = a."skillId" AND t."structureId" = p.id) AS topics
      FROM spoken p
     ORDER BY round((p.score / ${EQUAL})::numeric) DESC,
           (SELECT count(*) FROM introduction i WHERE i."structureId" = p.id AND i.state <> 'chosen' AND i."proposedAt" > ${day}::date - 30),
           hashtextextended(p.id::text || ${day}, 0)
     LIMIT ${limit}`;
}
