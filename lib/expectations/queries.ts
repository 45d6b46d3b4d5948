import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import type { ExpectationCategory, ExpectationState } from "#lib/generated/prisma/enums";
import { fullName } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { can, readable } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { listOutcomes } from "./outcomes/queries.ts";
import { TREND_DAYS } from "./rules.ts";
import type { EXPECTATION_ORDERS } from "./schema.ts";

/** One line of a list of expectations. */
const lineRow = z.object({
  id: z.uuid(),
  title: z.string(),
  commission: z.string(),
  commissionSlug: z.string(),
  category: z
    .string()
    .nullable()
    .transform((value) => value as ExpectationCategory | null),
  state: z.string().transform((value) => value as ExpectationState),
  voicedAt: z.date(),
  voiceCount: z.number(),
  /** Voices of the last sixty days. */
  trend: z.number(),
  comments: z.number(),
  /** Whether the structure in whose name one reads gave its voice. */
  isVoiced: z.boolean(),
});
export type ExpectationLine = z.infer<typeof lineRow>;

export interface ExpectationFilter {
  commission?: string | undefined;
  state?: ExpectationState | undefined;
  category?: ExpectationCategory | undefined;
  /** Words to find in title and text. */
  words?: string | undefined;
  /** Only what one follows. */
  isFollowed?: boolean;
}

const PER_PAGE = 30;

/**
 * A page of expectations, from page 1: by voices, by voices of the last sixty days, or the latest
 * first. Merged ones are in the one that has their voices. Two SQL statements; what a line tells is
 * counted for the lines of the page alone, not for those it skips.
 */
export async function listExpectations(
  actor: Actor,
  filter: ExpectationFilter,
  { order, page }: { order: (typeof EXPECTATION_ORDERS)[number]; page: number },
  now: Date,
): Promise<{ items: ExpectationLine[]; total: number; perPage: number }> {
  if (!can(actor, "read", "Expectation", now)) return { items: [], total: 0, perPage: PER_PAGE };
  const since = new Date(now.getTime() - TREND_DAYS * 86_400_000);
  const structureId = actor.kind === "person" ? (actor.actingFor?.id ?? null) : null;
  const trend = Prisma.sql`(SELECT count(*)::int FROM expectation_voice v WHERE v."expectationId" = e.id AND v."givenAt" > ${since})`;
  const sorted = {
    voices: Prisma.sql`e."voiceCount" DESC, e.id DESC`,
    trend: Prisma.sql`${trend} DESC, e."voiceCount" DESC, e.id DESC`,
    recent: Prisma.sql`e."voicedAt" DESC, e.id DESC`,
  }[order];
  const [rows, counted] = await Promise.all([
    db().$queryRaw(Prisma.sql`
      SELECT e.id, e.title, c.name AS commission, c.slug AS "commissionSlug", e.category::text, e.state::text,
             e."voicedAt", e."voiceCount", ${trend} AS trend,
             (SELECT count(*)::int FROM expectation_comment m WHERE m."expectationId" = e.id AND m."withdrawnAt" IS NULL) AS comments,
             EXISTS (SELECT 1 FROM expectation_voice v WHERE v."expectationId" = e.id AND v."structureId" = ${structureId}::uuid) AS "isVoiced"
        FROM (SELECT e.id FROM expectation e JOIN commission c ON c.id = e."commissionId"
               WHERE ${wanted(actor, filter)}
               ORDER BY ${sorted} LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}) shown
        JOIN expectation e ON e.id = shown.id JOIN commission c ON c.id = e."commissionId"
       ORDER BY ${sorted}`),
    db().$queryRaw(Prisma.sql`
      SELECT count(*)::int AS total FROM expectation e JOIN commission c ON c.id = e."commissionId" WHERE ${wanted(actor, filter)}`),
  ]);
  const [{ total } = { total: 0 }] = z.array(z.object({ total: z.number() })).parse(counted);
  return { items: z.array(lineRow).parse(rows), total, perPage: PER_PAGE };
}

function wanted(actor: Actor, { commission, state, category, words, isFollowed }: ExpectationFilter): Prisma.Sql {
  const parts = [Prisma.sql`e."mergedIntoId" IS NULL`];
  if (commission) parts.push(Prisma.sql`c.slug = ${commission}`);
  if (state) parts.push(Prisma.sql`e.state = ${state}::expectation_state`);
  if (category) parts.push(Prisma.sql`e.category = ${category}::expectation_category`);
  if (words) parts.push(Prisma.sql`e.search @@ websearch_to_tsquery('public.fr', ${words})`);
  if (isFollowed) {
    const personId = personIdOf(actor);
    parts.push(
      Prisma.sql`EXISTS (SELECT 1 FROM expectation_follow f WHERE f."expectationId" = e.id AND f."personId" = ${personId}::uuid)`,
    );
  }
  return Prisma.join(parts, " AND ");
}

const similarRow = z.object({ id: z.uuid(), title: z.string(), commission: z.string(), voiceCount: z.number() });
export type SimilarExpectation = z.infer<typeof similarRow>;

/**
 * What was already asked in nearly these words, the nearest first, at most five: to join rather than
 * repeat. Any shared word counts, misspelt titles too.
 */
export async function findSimilarExpectations(actor: Actor, typed: string, now: Date): Promise<SimilarExpectation[]> {
  const text = typed.replaceAll("\0", "").trim().slice(0, 300);
  if (text.length < 4 || !can(actor, "read", "Expectation", now)) return [];
  const rows = await db().$queryRaw(Prisma.sql`
    WITH asked AS (SELECT replace(plainto_tsquery('public.fr', ${text})::text, '&', '|')::tsquery AS any_word)
    SELECT e.id, e.title, c.name AS commission, e."voiceCount"
      FROM expectation e JOIN commission c ON c.id = e."commissionId", asked
     WHERE e."mergedIntoId" IS NULL AND (e.search @@ any_word OR similarity(plain(e.title), plain(${text})) > 0.35)
     ORDER BY ts_rank(e.search, any_word) + similarity(plain(e.title), plain(${text})) DESC, e.id
     LIMIT 5`);
  return z.array(similarRow).parse(rows);
}

export type ExpectationView = NonNullable<Awaited<ReturnType<typeof findExpectation>>>;

/** Those whose voice is their own, openly: not one that came along with an anonymous expectation. */
function namedSupporters(
  voices: { structureId: string; structure: { name: string; slug: string } }[],
  merged: { isAnonymous: boolean; voices: { structureId: string }[] }[],
) {
  const hidden = new Set(
    merged.flatMap((one) => (one.isAnonymous ? one.voices.map((voice) => voice.structureId) : [])),
  );
  return voices.filter(({ structureId }) => !hidden.has(structureId)).map(({ structure }) => structure);
}

/**
 * One expectation, with its supporters, comments and history; null for whoever may not read it. Of an
 * anonymous one neither the author nor any supporter is named: the first voice would name the author. Nor are
 * those of an anonymous one that was merged into it.
 */
export async function findExpectation(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const [row, { meetings, decisions, actions }] = await Promise.all([
    db().expectation.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ id }, readable(actor, "Expectation", now)] },
      select: VIEW,
    }),
    listOutcomes(actor, id, now),
  ]);
  if (!row) return null;
  const { authorId, author, structure, voices, comments, follows, steps, merged, ...rest } = row;
  const person = actor.kind === "person" ? actor : null;
  return {
    ...rest,
    merged: merged.map(({ title }) => title),
    author: row.isAnonymous
      ? null
      : { name: author ? fullName(author) : null, structure: structure.name, slug: structure.slug },
    supporters: row.isAnonymous ? [] : namedSupporters(voices, merged),
    isVoiced: voices.some(({ structureId }) => structureId === person?.actingFor?.id),
    isFollowed: follows.some(({ personId }) => personId === person?.personId),
    isOwn: authorId !== null && authorId === person?.personId,
    comments: comments.map(({ person: writer, structure: from, personId, ...comment }) => ({
      ...comment,
      isOwn: personId !== null && personId === person?.personId,
      // Whoever wrote the anonymous expectation speaks there as its author, and under no name.
      writer:
        row.isAnonymous && personId !== null && personId === authorId
          ? "L’auteur de l’attente"
          : writer
            ? `${fullName(writer)}${from ? `, ${from.name}` : ""}`
            : "Un ancien membre",
    })),
    stepsTaken: steps.length,
    history: inOrder([
      ...steps.map(({ person: taker, decisionId, takenAt, ...step }) => ({
        kind: "step" as const,
        at: takenAt,
        ...step,
        by: fullName(taker),
        decision: decisions.find((decision) => decision.id === decisionId) ?? null,
      })),
      ...meetings.map((meeting) => ({ kind: "meeting" as const, at: meeting.startsAt, ...meeting })),
      ...decisions
        .filter((one) => one.expectationId === id && !steps.some(({ decisionId }) => decisionId === one.id))
        .map((decision) => ({ kind: "decision" as const, at: decision.meeting.event.startsAt, ...decision })),
      ...actions.map((action) => ({ kind: "action" as const, at: action.meeting.event.startsAt, ...action })),
    ]),
  };
}

/** What happened to an expectation, of whatever kind, the first first; what is to come stands last. */
function inOrder<Entry extends { at: Date }>(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const NAME = { select: { firstName: true, lastName: true } } as const;

const VIEW = {
  id: true,
  title: true,
  body: true,
  category: true,
  tags: true,
  state: true,
  stateSince: true,
  voicedAt: true,
  voiceCount: true,
  isAnonymous: true,
  authorId: true,
  author: NAME,
  structure: { select: { name: true, slug: true } },
  commission: { select: { id: true, slug: true, name: true } },
  mergedInto: { select: { id: true, title: true } },
  merged: {
    select: { title: true, isAnonymous: true, voices: { select: { structureId: true } } },
    orderBy: { voicedAt: "asc" },
    take: 50,
  },
  voices: {
    select: { structureId: true, structure: { select: { name: true, slug: true } } },
    orderBy: { givenAt: "asc" },
    take: 400,
  },
  comments: {
    select: {
      id: true,
      body: true,
      writtenAt: true,
      withdrawnAt: true,
      personId: true,
      person: NAME,
      structure: { select: { name: true } },
    },
    orderBy: { writtenAt: "asc" },
    take: 200,
  },
  follows: { select: { personId: true }, take: 2_000 },
  steps: {
    select: {
      position: true,
      state: true,
      reason: true,
      takenAt: true,
      person: NAME,
      decisionId: true,
    },
    orderBy: { position: "asc" },
  },
  publication: { select: { asked: true, done: true, publishedAt: true } },
  surveys: { select: { id: true, question: true, closesAt: true }, orderBy: { askedAt: "desc" }, take: 10 },
} satisfies Prisma.ExpectationSelect;
