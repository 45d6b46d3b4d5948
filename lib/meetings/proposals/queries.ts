import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, type Day, dayOf, dayOfColumn, fromParis, toParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LIVE } from "#lib/rooms/rules";
import { latestOf, type Proposal, type ProposalFacts, proposeSlots, searchOf } from "./rules.ts";

export interface CommissionProposals {
  slug: string;
  name: string;
  proposals: Proposal[];
}

/**
 * Dates for the next meeting of each of these commissions, those that `actor` schedules, in the club's
 * order. Five SQL statements, however many commissions.
 */
export async function proposeDates(
  actor: Actor,
  slugs: string[],
  { needsRoom, now }: { needsRoom: boolean; now: Date },
): Promise<CommissionProposals[]> {
  const commissions = await listPaces(actor, slugs, now);
  if (commissions.length === 0) return [];
  const until = latestOf([dayOf(now), ...commissions.map(({ pace }) => searchOf(pace, dayOf(now)).window.to)]);
  const period = { from: now, to: fromParis(until, "23:59") };
  const [events, bodies, rooms, schoolHolidays] = await Promise.all([
    listEngagements(period),
    listBodies(dayOf(now)),
    listRooms(period),
    listSchoolHolidays(dayOf(now), until),
  ]);
  return commissions.map(({ id, slug, name, ...known }) => {
    const engagements = events.map(({ commissionId, kind, ...event }) => ({
      ...event,
      shared: bodies.shared(id, kind !== "board_meeting" && !commissionId ? "club" : (commissionId ?? "board")),
    }));
    return {
      slug,
      name,
      proposals: proposeSlots({ ...known, engagements, rooms, schoolHolidays }, { now, needsRoom }),
    };
  });
}

/** How many of the last meetings tell the habit. */
const REMEMBERED = 6;
/** More meetings than a commission ever has ahead of it. */
const PLANNED = 6;

type Known = Pick<ProposalFacts, "pace" | "habit" | "expected"> & { id: string; slug: string; name: string };

async function listPaces(actor: Actor, slugs: string[], now: Date): Promise<Known[]> {
  const rows = await db().commission.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ slug: { in: slugs } }, permitted(actor, "schedule", "Commission", now)] },
    orderBy: { position: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      events: {
        where: { kind: "commission_meeting", cancellation: { is: null } },
        orderBy: { startsAt: "desc" },
        take: PLANNED + REMEMBERED,
        select: {
          startsAt: true,
          endsAt: true,
          meeting: { select: { _count: { select: { attendances: { where: { state: "present" } } } } } },
        },
      },
    },
  });
  return rows.map(({ events, ...commission }) => {
    const held = events.filter(({ endsAt }) => endsAt <= now);
    // The latest of those planned: the commission meets again after it.
    const next = events.find(({ endsAt }) => endsAt > now);
    return {
      ...commission,
      pace: { lastOn: held[0] ? dayOf(held[0].startsAt) : null, nextOn: next ? dayOf(next.startsAt) : null },
      habit: habitOf(held.slice(0, REMEMBERED)),
      expected: held[0]?.meeting?._count.attendances ?? 0,
    };
  });
}

/** The weekday and the hour most seen, and how long the last meeting was. */
function habitOf(held: { startsAt: Date; endsAt: Date }[]): ProposalFacts["habit"] {
  const [last] = held;
  if (!last) return null;
  const walls = held.map(({ startsAt }) => toParis(startsAt));
  return {
    weekday: mostSeen(walls.map(({ dayOfWeek }) => dayOfWeek)) ?? 1,
    time: mostSeen(walls.map((wall) => wall.toPlainTime().toString({ smallestUnit: "minute" }))) ?? "18:00",
    minutes: Math.round((last.endsAt.getTime() - last.startsAt.getTime()) / 60_000),
  };
}

/** The most frequent; of several, the one that comes first. */
function mostSeen<Value>(values: Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

interface Period {
  from: Date;
  to: Date;
}

async function listEngagements({ from, to }: Period) {
  const events = await db().event.findMany({
    where: { startsAt: { lt: to }, endsAt: { gt: from }, cancellation: { is: null } },
    orderBy: { startsAt: "asc" },
    take: 500,
    select: { kind: true, commissionId: true, title: true, startsAt: true, endsAt: true },
  });
  return events.map(({ title, ...event }) => ({
    ...event,
    label: `«\u202f${title}\u202f»`,
    day: dayOf(event.startsAt),
    until: dayOf(event.endsAt),
  }));
}

const sharedRow = z.object({ commissionId: z.string(), body: z.string(), people: z.number() });

/** How many people of a commission also belong to another body of the club. */
async function listBodies(today: Day) {
  const on = columnOfDay(today);
  const rows = await db().$queryRaw(Prisma.sql`
    WITH belongs AS (
      SELECT DISTINCT m."commissionId"::text AS body, a."personId"
        FROM commission_member m
        JOIN structure s ON s.id = m."structureId" AND s.status = 'active'
        JOIN affiliation a ON a."structureId" = s.id AND days(a."startsOn", a."endsOn") @> ${on}::date),
    everybody AS (
      SELECT body, "personId" FROM belongs
      UNION SELECT 'board', "personId" FROM mandate
             WHERE function NOT IN ('lead', 'deputy') AND days("startsOn", "endsOn") @> ${on}::date)
    SELECT a.body AS "commissionId", b.body, count(*)::int AS people
      FROM belongs a JOIN everybody b USING ("personId") GROUP BY a.body, b.body
    UNION ALL SELECT body, 'club', count(*)::int FROM belongs GROUP BY body`);
  const counts = new Map(
    z
      .array(sharedRow)
      .parse(rows)
      .map(({ commissionId, body, people }) => [`${commissionId} ${body}`, people]),
  );
  return {
    /** Nobody known in the commission: a meeting of its own still takes its time. */
    shared: (commissionId: string, body: string) =>
      counts.get(`${commissionId} ${body}`) ?? (body === commissionId ? 1 : 0),
  };
}

async function listRooms({ from, to }: Period): Promise<ProposalFacts["rooms"]> {
  const rooms = await db().room.findMany({
    relationLoadStrategy: "join",
    where: { retiredAt: null },
    orderBy: [{ capacity: "asc" }, { name: "asc" }],
    take: 100,
    select: {
      id: true,
      name: true,
      capacity: true,
      bookings: {
        where: { state: { in: LIVE }, startsAt: { lt: to }, endsAt: { gt: from } },
        orderBy: { startsAt: "asc" },
        take: 500,
        select: { startsAt: true, endsAt: true },
      },
    },
  });
  return rooms.map(({ bookings, ...room }) => ({ ...room, taken: bookings }));
}

async function listSchoolHolidays(from: Day, to: Day): Promise<ProposalFacts["schoolHolidays"]> {
  const rows = await db().schoolHoliday.findMany({
    where: { firstDay: { lte: columnOfDay(to) }, lastDay: { gte: columnOfDay(from) } },
    orderBy: { firstDay: "asc" },
    take: 50,
    select: { name: true, firstDay: true, lastDay: true },
  });
  return rows.map(({ name, firstDay, lastDay }) => ({
    name,
    firstDay: dayOfColumn(firstDay),
    lastDay: dayOfColumn(lastDay),
  }));
}
