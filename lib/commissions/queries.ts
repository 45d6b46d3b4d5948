import "server-only";
import { cache } from "react";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const commissionRow = z.object({
  slug: z.string(),
  name: z.string(),
  mission: z.string(),
  lead: z.string().nullable(),
  members: z.number(),
  lastMeeting: z.date().nullable(),
  nextMeeting: z.date().nullable(),
});

export type CommissionSummary = z.infer<typeof commissionRow>;

/**
 * The five commissions in the club's order, with their lead of today, the number of active members
 * and the public meetings before and after `now`. One SQL statement. Public, for everybody.
 */
export const listCommissions = cache(async (now: Date): Promise<CommissionSummary[]> => {
  readTag("commission", "commission_member", "structure", "mandate", "person", "event", "event_cancellation");
  const meeting = Prisma.sql`FROM event e WHERE e."commissionId" = c.id AND e.kind = 'commission_meeting' AND e.visibility = 'public'
    AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)`;
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT c.slug, c.name, c.mission,
      (SELECT p."firstName" || ' ' || p."lastName" FROM mandate m JOIN person p ON p.id = m."personId"
        WHERE m."commissionId" = c.id AND m.function = 'lead' AND days(m."startsOn", m."endsOn") @> ${columnOfDay(dayOf(now))}::date) AS lead,
      (SELECT count(*)::int FROM commission_member m JOIN structure s ON s.id = m."structureId" AND s.status = 'active'
        WHERE m."commissionId" = c.id) AS members,
      (SELECT max(e."startsAt") ${meeting} AND e."endsAt" <= ${now}) AS "lastMeeting",
      (SELECT min(e."startsAt") ${meeting} AND e."endsAt" > ${now}) AS "nextMeeting"
    FROM commission c ORDER BY c.position`);
  return z.array(commissionRow).parse(rows);
});

/** One commission's own page: who leads it and led it, its members, its meetings, its public results. */
export type CommissionView = NonNullable<Awaited<ReturnType<typeof findCommission>>>;

/** One commission as `actor` may see it, read once a request however often it is asked; null when there is none. */
export const findCommission = cache(async (actor: Actor, slug: string, now: Date) => {
  if (!isSlug(slug)) return null;
  readTag(
    "commission",
    "commission_member",
    "structure",
    "mandate",
    "person",
    "event",
    "event_cancellation",
    "decision",
  );
  const row = await db().commission.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "Commission", now)] },
    select: {
      slug: true,
      name: true,
      mission: true,
      position: true,
      mandates: {
        orderBy: { startsOn: "desc" },
        take: 20,
        select: {
          function: true,
          startsOn: true,
          endsOn: true,
          person: { select: { firstName: true, lastName: true } },
        },
      },
      members: {
        where: { structure: { status: "active" } },
        orderBy: { structure: { name: "asc" } },
        take: 200,
        select: { structure: { select: { slug: true, name: true, kind: true, city: true } } },
      },
      events: {
        where: readable(actor, "Event", now),
        orderBy: { startsAt: "desc" },
        take: 24,
        select: {
          slug: true,
          title: true,
          kind: true,
          startsAt: true,
          endsAt: true,
          place: true,
          cancellation: { select: { eventId: true } },
        },
      },
      decisions: {
        where: { AND: [readable(actor, "Decision", now), { supersededById: null }] },
        orderBy: { decidedOn: "desc" },
        take: 12,
        select: { number: true, title: true, text: true, decidedOn: true },
      },
    },
  });
  if (!row) return null;
  const today = columnOfDay(dayOf(now));
  const { events, members, mandates, ...commission } = row;
  const dated = events.map(({ cancellation, ...event }) => ({ ...event, isCancelled: cancellation !== null }));
  const people = mandates.map(({ person, ...mandate }) => ({
    ...mandate,
    name: `${person.firstName} ${person.lastName}`,
    isCurrent: mandate.startsOn <= today && (mandate.endsOn === null || mandate.endsOn >= today),
  }));
  return {
    ...commission,
    mandates: people,
    lead: people.find((mandate) => mandate.isCurrent && mandate.function === "lead")?.name ?? null,
    members: members.map(({ structure }) => structure),
    coming: dated.filter((event) => event.endsAt > now).reverse(),
    past: dated.filter((event) => event.endsAt <= now),
  };
});

/**
 * The slugs of the commissions of which the structure in whose name `actor` acts is a member; null
 * when they speak for no active structure.
 */
export async function listOwnCommissions(actor: Actor, now: Date): Promise<Set<string> | null> {
  const structure = actor.kind === "person" ? actor.actingFor : null;
  if (!structure?.isActive) return null;
  const rows = await db().commissionMember.findMany({
    where: { AND: [{ structureId: structure.id }, readable(actor, "CommissionMember", now)] },
    take: 50,
    orderBy: { commissionId: "asc" },
    select: { commission: { select: { slug: true } } },
  });
  return new Set(rows.map(({ commission }) => commission.slug));
}
