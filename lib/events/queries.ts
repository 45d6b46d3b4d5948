import "server-only";
import { cache } from "react";
import type { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { findFormerSubject } from "#lib/platform/former-slugs";
import { readTag } from "#lib/platform/page-tags";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const SHOWN = {
  id: true,
  slug: true,
  kind: true,
  visibility: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  place: true,
  sequence: true,
  updatedAt: true,
  commission: { select: { slug: true, name: true } },
  cancellation: { select: { reason: true } },
} satisfies Prisma.EventSelect;

export type EventView = Prisma.EventGetPayload<{ select: typeof SHOWN }>;

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
 * latest first. `limit` rows after `skip`, or after one of them, and how many there are in all.
 */
export async function listEvents(
  actor: Actor,
  { commission, period }: AgendaFilter,
  { skip = 0, limit = 50, after }: { skip?: number; limit?: number; after?: EventPosition | undefined },
  now: Date,
): Promise<{ items: EventView[]; total: number }> {
  readTag("event", "event_cancellation", "commission");
  const where: Prisma.EventWhereInput = {
    AND: [
      readable(actor, "Event", now),
      commission === undefined ? {} : { commission: { slug: commission } },
      period === "coming" ? { endsAt: { gt: now } } : period === "past" ? { endsAt: { lte: now } } : {},
    ],
  };
  const direction = period === "coming" ? "asc" : "desc";
  const [items, total] = await Promise.all([
    db().event.findMany({
      relationLoadStrategy: "join",
      where: { AND: [where, after ? beyond(after, direction) : {}] },
      select: SHOWN,
      skip,
      take: limit,
      orderBy: [{ startsAt: direction }, { id: "asc" }],
    }),
    db().event.count({ where }),
  ]);
  return { items, total };
}

function beyond({ startsAt, id }: EventPosition, direction: "asc" | "desc"): Prisma.EventWhereInput {
  return {
    OR: [{ startsAt: direction === "asc" ? { gt: startsAt } : { lt: startsAt } }, { startsAt, id: { gt: id } }],
  };
}

/** The event at this address; null when there is none that `actor` may read. */
export const findEvent = cache(async (actor: Actor, slug: string, now: Date): Promise<EventView | null> => {
  readTag("event", "event_cancellation", "commission");
  return await db().event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "Event", now)] },
    select: SHOWN,
  });
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
