import "server-only";
import { randomUUID } from "node:crypto";
import { cache } from "react";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { db, type Tx } from "#lib/platform/db";
import { findFormerSubject } from "#lib/platform/former-slugs";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { EVENT_FACTS, publicCancellation } from "./rules.ts";

const SHOWN = {
  ...EVENT_FACTS,
  visibility: true,
  sequence: true,
  updatedAt: true,
} satisfies Prisma.EventSelect;

export type EventView = ReturnType<typeof shown>;

/** As anybody may read it. */
function shown({ cancellation, ...event }: Prisma.EventGetPayload<{ select: typeof SHOWN }>) {
  return { ...event, cancellation: publicCancellation(event.kind, cancellation) };
}

/** Which part of the agenda, and of whom. */
export interface AgendaFilter {
  commission?: string | undefined;
  period: "coming" | "past" | "all";
}

/** After which event a walk of the agenda goes on. */
export interface EventPosition {
  startsAt: Date;
  id: string;
}

/**
 * The events `actor` may read. Coming ones soonest first (those under way included); past and all,
 * latest first. `limit` rows after `skip`, or after one of them.
 */
export async function listEvents(
  actor: Actor,
  { commission, period }: AgendaFilter,
  { skip = 0, limit = 50, after }: { skip?: number; limit?: number; after?: EventPosition | undefined },
  now: Date,
): Promise<EventView[]> {
  readTag("event", "event_cancellation", "commission");
  const direction = period === "coming" ? "asc" : "desc";
  const rows = await db().event.findMany({
    relationLoadStrategy: "join",
    where: { AND: [listed(actor, { commission, period }, now), after ? beyond(after, direction) : {}] },
    select: SHOWN,
    skip,
    take: limit,
    orderBy: [{ startsAt: direction }, { id: "asc" }],
  });
  return rows.map(shown);
}

/** How many events `listEvents` would give without a limit. */
export async function countEvents(actor: Actor, filter: AgendaFilter, now: Date): Promise<number> {
  readTag("event", "commission");
  return await db().event.count({ where: listed(actor, filter, now) });
}

function listed(actor: Actor, { commission, period }: AgendaFilter, now: Date): Prisma.EventWhereInput {
  return {
    AND: [
      readable(actor, "Event", now),
      commission === undefined ? {} : { commission: { slug: commission } },
      period === "coming" ? { endsAt: { gt: now } } : period === "past" ? { endsAt: { lte: now } } : {},
    ],
  };
}

const facet = z.object({ slug: z.string().nullable(), name: z.string().nullable(), count: z.number() });

/**
 * By commission, how many public events are to come (or are past), with the number of all of them, those of no
 * commission included. Public, for everybody. One SQL statement.
 */
export async function countAgenda(period: "coming" | "past", now: Date) {
  readTag("event", "commission");
  const dated = period === "coming" ? Prisma.sql`e."endsAt" > ${now}` : Prisma.sql`e."endsAt" <= ${now}`;
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT c.slug, c.name, count(e.id)::int AS count, c.position
      FROM commission c LEFT JOIN event e ON e."commissionId" = c.id AND e.visibility = 'public' AND ${dated}
     GROUP BY c.id
    UNION ALL SELECT NULL, NULL, count(*)::int, 0 FROM event e WHERE e.visibility = 'public' AND ${dated}
     ORDER BY position`);
  const facets = z.array(facet).parse(rows);
  return {
    total: facets.find(({ slug }) => slug === null)?.count ?? 0,
    commissions: facets.flatMap(({ slug, name, count }) => (slug && name ? [{ slug, name, count }] : [])),
  };
}

function beyond({ startsAt, id }: EventPosition, direction: "asc" | "desc"): Prisma.EventWhereInput {
  return {
    OR: [{ startsAt: direction === "asc" ? { gt: startsAt } : { lt: startsAt } }, { startsAt, id: { gt: id } }],
  };
}

/** The event at this address; null when there is none that `actor` may read. */
export const findEvent = cache(async (actor: Actor, slug: string, now: Date): Promise<EventView | null> => {
  if (!isSlug(slug)) return null;
  readTag("event", "event_cancellation", "commission");
  const row = await db().event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "Event", now)] },
    select: SHOWN,
  });
  return row && shown(row);
});

/** Where the event that once was at `slug` is now; null when there is none to read. */
export async function findRenamedEvent(actor: Actor, slug: string, now: Date): Promise<string | null> {
  readTag("event");
  const id = await findFormerSubject("event", slug);
  if (!id) return null;
  const row = await db().event.findFirst({
    where: { AND: [{ id }, readable(actor, "Event", now)] },
    select: { slug: true },
  });
  return row?.slug ?? null;
}

/** An address for an event: `base`, else the more `precise` one, else with anything, when others have or had them. */
export async function freeEventSlug(tx: Tx, base: string, precise: string): Promise<string> {
  const candidates = [base, precise, `${base}-${randomUUID().slice(0, 8)}`];
  const [events, former] = await Promise.all([
    tx.event.findMany({ where: { slug: { in: candidates } }, select: { slug: true } }),
    tx.formerSlug.findMany({ where: { kind: "event", slug: { in: candidates } }, select: { slug: true } }),
  ]);
  const taken = new Set([...events, ...former].map(({ slug }) => slug));
  return candidates.find((slug) => !taken.has(slug)) ?? `${base}-${randomUUID()}`;
}
