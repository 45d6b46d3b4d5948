import "server-only";
import { z } from "zod";
import { getClub } from "#lib/club/queries";
import { Prisma } from "#lib/generated/prisma/client";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { addDays, type Day, dayOf, formatDay, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { count } from "#lib/platform/french";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { STATE_LABELS } from "../labels.ts";
import { PATIENCE, TREND_DAYS } from "../rules.ts";
import { SYNTHESIS_PARTS } from "./labels.ts";
import { figures, type SynthesisFigures, type SynthesisLine } from "./schema.ts";

/** How far back the first synthesis of a commission looks, in days. */
const FIRST_PERIOD = 180;
const SHOWN = 8;

/** The draft of a commission that `actor` leads, with today's figures; null for anybody else. */
export async function findSynthesisDraft(actor: Actor, slug: string, now: Date) {
  const led = actor.kind === "person" ? actor.commissionsLed.find((commission) => commission.slug === slug) : undefined;
  if (!led || !can(actor, "study", "Synthesis", now)) return null;
  const [draft, presented] = await Promise.all([
    db().synthesis.findFirst({
      where: { AND: [{ commissionId: led.id, presentedAt: null }, permitted(actor, "study", "Synthesis", now)] },
      select: { words: true, updatedAt: true },
    }),
    db().synthesis.findMany({
      where: { AND: [{ commissionId: led.id, presentedAt: { not: null } }, readable(actor, "Synthesis", now)] },
      select: { id: true, presentedAt: true },
      orderBy: { presentedAt: "desc" },
      take: 12,
    }),
  ]);
  return {
    commission: led,
    words: draft?.words ?? "",
    version: draft?.updatedAt.toISOString() ?? null,
    presented,
    figures: await synthesisFigures(led.id, presented[0]?.presentedAt ?? null, now),
  };
}

/** A synthesis that was presented, as it was that day; null for whoever may not read it. */
export async function findSynthesis(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const row = await db().synthesis.findFirst({
    where: { AND: [{ id, presentedAt: { not: null } }, readable(actor, "Synthesis", now)] },
    select: {
      words: true,
      presentedAt: true,
      snapshot: true,
      commission: { select: { slug: true, name: true } },
      person: { select: { firstName: true, lastName: true } },
    },
  });
  if (!row?.presentedAt) return null;
  const { snapshot, person, presentedAt, ...rest } = row;
  return {
    ...rest,
    presentedAt,
    by: person ? `${person.firstName} ${person.lastName}` : null,
    figures: figures.parse(snapshot),
  };
}

/** The same on paper; null for whoever may not read it. */
export async function findSynthesisPdf(actor: Actor, id: string, now: Date) {
  const synthesis = await findSynthesis(actor, id, now);
  if (!synthesis) return null;
  const { commission, words, by, presentedAt, figures: shown } = synthesis;
  const day = dayOf(presentedAt);
  const content = await writePdf({
    title: `Ce que la commission ${commission.name} attend`,
    day,
    letterhead: letterheadOf(await getClub()),
    blocks: [
      { text: `Synthèse présentée au comité le ${formatDay(day)}${by ? ` par ${by}` : ""}.` },
      ...(words ? [{ heading: "Le mot de la commission" }] : []),
      ...blocksOf(words),
      { heading: "Les chiffres de ce jour-là" },
      {
        text: `Depuis le ${formatDay(shown.since)}. En tout, ${count(shown.total, "attente")} dans la commission.`,
      },
      ...SYNTHESIS_PARTS.flatMap(({ key, title, none }) => [
        { heading: title },
        shown[key].length === 0
          ? { text: none }
          : {
              list: shown[key].map(
                (line) => `${line.title}\u202f: ${count(line.voices, "voix", "voix")}, ${STATE_LABELS[line.state]}`,
              ),
            },
      ]),
    ],
  });
  return { name: `synthese-${commission.slug}-${day}`, content };
}

/** What the lead typed, read as the page reads it: paragraphs, and lists of lines that begin with a dash. */
function blocksOf(words: string): PdfBlock[] {
  const blocks = words.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return blocks.map((block) => {
    const lines = block.trim().split("\n");
    const isList = lines.every((line) => line.trim().startsWith("- "));
    return isList ? { list: lines.map((line) => line.trim().slice(2)) } : { text: lines.join(" ") };
  });
}

/** The last syntheses presented, of all commissions `actor` may read. */
export async function listSyntheses(actor: Actor, now: Date) {
  return db().synthesis.findMany({
    where: { AND: [{ presentedAt: { not: null } }, readable(actor, "Synthesis", now)] },
    select: { id: true, presentedAt: true, commission: { select: { slug: true, name: true } } },
    orderBy: { presentedAt: "desc" },
    take: 30,
  });
}

const unansweredRow = z.object({
  id: z.uuid(),
  title: z.string(),
  commission: z.string(),
  voices: z.number(),
  days: z.number(),
});

/** The expectations that have waited for an answer for too long, for whoever must give it; the oldest first. */
export async function listUnanswered(actor: Actor, now: Date): Promise<z.infer<typeof unansweredRow>[]> {
  if (actor.kind !== "person" || !can(actor, "answer", "Expectation", now)) return [];
  const led = actor.commissionsLed.map(({ id }) => id);
  const isBoard = actor.boardFunctions.length > 0;
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT e.id, e.title, c.name AS commission, e."voiceCount" AS voices,
           floor(extract(epoch FROM ${now} - e."voicedAt") / 86400)::int AS days
      FROM expectation e JOIN commission c ON c.id = e."commissionId"
     WHERE e.state IN ('voiced', 'under_study') AND e."mergedIntoId" IS NULL
       AND ((e."commissionId" = ANY(${led}::uuid[]) AND e."voicedAt" <= ${before(now, PATIENCE.lead)})
         OR (${isBoard} AND e."voicedAt" <= ${before(now, PATIENCE.board)}))
     ORDER BY e."voicedAt", e.id LIMIT 100`);
  return z.array(unansweredRow).parse(rows);
}

/** What a synthesis of this commission would show at `now`, for the period since the last one. */
export async function synthesisFigures(commissionId: string, last: Date | null, now: Date): Promise<SynthesisFigures> {
  const since: Day = last ? dayOf(last) : addDays(dayOf(now), -FIRST_PERIOD);
  const begun = last ?? fromParis(since, "00:00");
  const open = Prisma.sql`e.state NOT IN ('done', 'set_aside')`;
  const [total, top, rising, fresh, unanswered, done] = await Promise.all([
    db().expectation.count({ where: { commissionId, mergedIntoId: null } }),
    lines(commissionId, open, Prisma.sql`e."voiceCount" DESC, e.id`),
    lines(
      commissionId,
      Prisma.sql`${open} AND ${recentVoices(now)} > 0`,
      Prisma.sql`${recentVoices(now)} DESC, e."voiceCount" DESC, e.id`,
    ),
    lines(commissionId, Prisma.sql`e."voicedAt" > ${begun}`, Prisma.sql`e."voicedAt" DESC, e.id`),
    lines(
      commissionId,
      Prisma.sql`e.state IN ('voiced', 'under_study') AND e."voicedAt" <= ${before(now, PATIENCE.lead)}`,
      Prisma.sql`e."voicedAt", e.id`,
    ),
    lines(
      commissionId,
      Prisma.sql`e.state = 'done' AND e."stateSince" > ${begun}`,
      Prisma.sql`e."stateSince" DESC, e.id`,
    ),
  ]);
  return { since, total, top, rising, fresh, unanswered, done };
}

const row = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(["voiced", "under_study", "kept", "set_aside", "in_progress", "done"]),
  voices: z.number(),
  at: z.date(),
});

async function lines(commissionId: string, condition: Prisma.Sql, order: Prisma.Sql): Promise<SynthesisLine[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT e.id, e.title, e.state::text, e."voiceCount" AS voices, e."stateSince" AS at
      FROM expectation e
     WHERE e."commissionId" = ${commissionId}::uuid AND e."mergedIntoId" IS NULL AND ${condition}
     ORDER BY ${order} LIMIT ${SHOWN}`);
  return z
    .array(row)
    .parse(rows)
    .map(({ at, ...rest }) => ({ ...rest, day: dayOf(at) }));
}

function recentVoices(now: Date): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM expectation_voice v WHERE v."expectationId" = e.id AND v."givenAt" > ${before(now, TREND_DAYS)})`;
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
