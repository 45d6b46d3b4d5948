import "server-only";
import { z } from "zod";
import type { CommissionRhythm } from "#lib/meetings/queries";
import { type Day, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { dotsOf, monthsUntil, RHYTHM_MONTHS, type RhythmDot } from "./rules.ts";

/** How many members there were on a day. */
export interface MembersOn {
  day: Day;
  members: number;
}

const memberRows = z.array(z.object({ day: z.string(), members: z.number() }));

/**
 * Members on the first of each month for a year, and today. What a structure was on a past day is told
 * by its changes of status; before the first that is noted, it was what that one left.
 */
export async function countMembersOverTime(actor: Actor, now: Date): Promise<MembersOn[]> {
  authorize(actor, "oversee", "Club", now);
  const days = monthsUntil(dayOf(now), 13);
  return memberRows.parse(
    await db().$queryRaw`
      SELECT d::text AS day, (SELECT count(*)::int FROM structure s WHERE s."joinedOn" <= d AND coalesce(
          (SELECT c."to" FROM structure_status_change c WHERE c."structureId" = s.id AND c."changedAt" < d + 1 ORDER BY c.id DESC LIMIT 1),
          (SELECT c."from" FROM structure_status_change c WHERE c."structureId" = s.id ORDER BY c.id LIMIT 1),
          s.status) = 'active') AS members
        FROM unnest(${days}::date[]) AS d ORDER BY d`,
  );
}

export interface DrawnRhythm extends CommissionRhythm {
  dots: RhythmDot[];
}

/** The meetings of each commission over the last months and to come, to draw beside where it is in its rhythm. */
export async function listDrawnRhythms(
  actor: Actor,
  rhythms: CommissionRhythm[],
  now: Date,
): Promise<{ from: Day; rhythms: DrawnRhythm[] }> {
  authorize(actor, "oversee", "Club", now);
  const today = dayOf(now);
  const from = monthsUntil(today, RHYTHM_MONTHS)[0] ?? today;
  const rows = await db().commission.findMany({
    relationLoadStrategy: "join",
    orderBy: { position: "asc" },
    take: 50,
    select: {
      slug: true,
      events: {
        where: {
          AND: [
            readable(actor, "Event", now),
            { kind: "commission_meeting", cancellation: { is: null }, startsAt: { gte: fromParis(from, "00:00") } },
          ],
        },
        orderBy: { startsAt: "asc" },
        take: 60,
        select: { startsAt: true },
      },
    },
  });
  const daysOf = new Map(rows.map(({ slug, events }) => [slug, events.map(({ startsAt }) => dayOf(startsAt))]));
  return { from, rhythms: rhythms.map((one) => ({ ...one, dots: dotsOf(daysOf.get(one.slug) ?? [], today) })) };
}
