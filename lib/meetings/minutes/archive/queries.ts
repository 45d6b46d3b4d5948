import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { type Block, readText } from "../text/rules.ts";

const PER_PAGE = 20;
/** Minutes that hold the words, looked at in the order of how well they do. */
const MOST_FOUND = 500;

export interface MinutesFilter {
  words?: string | undefined;
  commission?: string | undefined;
}

/**
 * A page of the published minutes `actor` may read: the latest first, or those that say the words, best
 * first, with the passage.
 */
export async function listMinutes(actor: Actor, { words, commission }: MinutesFilter, page: number, now: Date) {
  const found = words ? await idsSaying(words) : null;
  const where: Prisma.MinutesWhereInput = {
    AND: [
      readable(actor, "Minutes", now),
      { publishedAt: { not: null } },
      ...(found ? [{ meetingId: { in: found } }] : []),
      ...(commission ? [{ meeting: { event: { commission: { slug: commission } } } }] : []),
    ],
  };
  // By words, the order is that of the words: known for all of them at once.
  const order = found
    ? (await db().minutes.findMany({ where, select: { meetingId: true } }))
        .map(({ meetingId }) => meetingId)
        .sort((a, b) => found.indexOf(a) - found.indexOf(b))
    : null;
  const shown = order?.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const [rows, total] = await Promise.all([
    db().minutes.findMany({
      relationLoadStrategy: "join",
      where: shown ? { meetingId: { in: shown } } : where,
      orderBy: [{ meeting: { event: { startsAt: "desc" } } }, { meetingId: "asc" }],
      take: PER_PAGE,
      ...(shown ? {} : { skip: (page - 1) * PER_PAGE }),
      select: {
        meetingId: true,
        meeting: {
          select: {
            event: {
              select: { slug: true, title: true, startsAt: true, commission: { select: { slug: true, name: true } } },
            },
            _count: { select: { decisions: true, actionItems: true } },
          },
        },
      },
    }),
    order ? order.length : db().minutes.count({ where }),
  ]);
  const passages = words
    ? await passagesOf(
        rows.map(({ meetingId }) => meetingId),
        words,
      )
    : new Map<string, string[]>();
  const items = rows.map(({ meetingId, meeting: { event, _count } }) => ({
    ...event,
    meetingId,
    decisions: _count.decisions,
    actions: _count.actionItems,
    /** Pieces of the passage: every second one is a word that was asked for. */
    passage: passages.get(meetingId) ?? null,
  }));
  if (shown) items.sort((a, b) => shown.indexOf(a.meetingId) - shown.indexOf(b.meetingId));
  return { items, total, perPage: PER_PAGE };
}

async function idsSaying(words: string): Promise<string[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT m."meetingId" AS id FROM minutes m, websearch_to_tsquery('public.fr', ${words}) q
     WHERE m.search @@ q AND m."publishedAt" IS NOT NULL
     ORDER BY ts_rank(m.search, q) DESC, m."publishedAt" DESC, m."meetingId" LIMIT ${MOST_FOUND}`);
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id);
}

const passageRow = z.object({ id: z.uuid(), passage: z.string() });
/** What nobody types. */
const [FROM, TO] = ["\u0002", "\u0003"];
/** What Markdown is written with: a passage is read without its form. */
const MARKS = "[#*_`\\\\]+";

async function passagesOf(ids: string[], words: string): Promise<Map<string, string[]>> {
  const options = `StartSel=${FROM}, StopSel=${TO}, MaxWords=32, MinWords=14, MaxFragments=1`;
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT m."meetingId" AS id,
           ts_headline('public.fr', regexp_replace(m.body, ${MARKS}, '', 'g'), websearch_to_tsquery('public.fr', ${words}), ${options}) AS passage
      FROM minutes m WHERE m."meetingId" = ANY(${ids}::uuid[])`);
  return new Map(
    z
      .array(passageRow)
      .parse(rows)
      .map(({ id, passage }) => [id, passage.split(FROM).flatMap((piece) => piece.split(TO))]),
  );
}

/** The public meetings whose minutes have a public part, the latest first. Public, for everybody. */
export async function listPublicMinutes(now: Date) {
  readTag("minutes_publication", "event", "commission");
  const rows = await db().minutesPublication.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        readable(visitor, "MinutesPublication", now),
        { minutes: { meeting: { event: readable(visitor, "Event", now) } } },
      ],
    },
    orderBy: [{ publishedAt: "desc" }, { meetingId: "asc" }],
    take: 100,
    select: {
      minutes: {
        select: {
          meeting: {
            select: {
              event: {
                select: { slug: true, title: true, startsAt: true, commission: { select: { slug: true, name: true } } },
              },
            },
          },
        },
      },
    },
  });
  return rows.map(({ minutes }) => minutes.meeting.event);
}

export interface PublicMinutesView {
  slug: string;
  title: string;
  startsAt: Date;
  publishedAt: Date;
  commission: { slug: string; name: string } | null;
  blocks: Block[];
  decisions: { number: string; title: string; text: string }[];
}

/** The public part of the minutes of a public meeting, with its public decisions. Public, for everybody. */
export async function findPublicMinutes(slug: string, now: Date): Promise<PublicMinutesView | null> {
  if (!isSlug(slug)) return null;
  readTag("minutes_publication", "event", "commission", "decision");
  const row = await db().minutesPublication.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [
        readable(visitor, "MinutesPublication", now),
        { minutes: { meeting: { event: { AND: [{ slug }, readable(visitor, "Event", now)] } } } },
      ],
    },
    select: {
      text: true,
      publishedAt: true,
      minutes: {
        select: {
          meeting: {
            select: {
              event: {
                select: { slug: true, title: true, startsAt: true, commission: { select: { slug: true, name: true } } },
              },
              decisions: {
                where: readable(visitor, "Decision", now),
                orderBy: { number: "asc" },
                take: 50,
                select: { number: true, title: true, text: true },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { event, decisions } = row.minutes.meeting;
  return { ...event, publishedAt: row.publishedAt, blocks: readText(row.text), decisions };
}
