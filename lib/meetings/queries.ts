import "server-only";
import { cache } from "react";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { type Rhythm, rhythmOf } from "./rules.ts";

const paceRow = z.object({
  slug: z.string(),
  name: z.string(),
  lastMeeting: z.date().nullable(),
  nextMeeting: z.date().nullable(),
});

export interface CommissionRhythm {
  slug: string;
  name: string;
  rhythm: Rhythm;
}

/**
 * Where each commission is in its rhythm, in the club's order. A meeting that only members see counts
 * as well: the rhythm tells days and nothing else of it. One SQL statement. Public, for everybody.
 */
export const listRhythms = cache(async (now: Date): Promise<CommissionRhythm[]> => {
  readTag("commission", "event", "event_cancellation");
  const meeting = Prisma.sql`FROM event e WHERE e."commissionId" = c.id AND e.kind = 'commission_meeting'
    AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)`;
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT c.slug, c.name,
      (SELECT max(e."startsAt") ${meeting} AND e."endsAt" <= ${now}) AS "lastMeeting",
      (SELECT min(e."startsAt") ${meeting} AND e."endsAt" > ${now}) AS "nextMeeting"
    FROM commission c ORDER BY c.position`);
  return z
    .array(paceRow)
    .parse(rows)
    .map(({ slug, name, lastMeeting, nextMeeting }) => ({
      slug,
      name,
      rhythm: rhythmOf(
        { lastOn: lastMeeting && dayOf(lastMeeting), nextOn: nextMeeting && dayOf(nextMeeting) },
        dayOf(now),
      ),
    }));
});
