import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { queueMail } from "#lib/mail/outbox";
import { db, type Tx } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { type Registrant, reminderLetter, TOLD, thanksLetter } from "../letters/labels.ts";

const DAY_MS = 86_400_000;
/** How long after an event whoever came may still be thanked. */
const THANKED_WITHIN = 14 * DAY_MS;
const BATCH = 500;

/**
 * Reminds, a week and a day before, those who have a seat and want it; gives how many. What they were reminded of is
 * noted on their row by the statement that finds them: a process that is cut, or two at once, send none twice.
 * Whoever registered after the moment of a reminder needs none.
 */
export async function remindRegistrants(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "host", "Event", now);
  return db().$transaction(
    async (tx) => {
      const [eve, week] = [await claim(tx, EVE, now), await claim(tx, WEEK, now)];
      await write(tx, eve, (event, registrant) => reminderLetter(event, registrant, EVE.days));
      await write(tx, week, (event, registrant) => reminderLetter(event, registrant, WEEK.days));
      return eve.length + week.length;
    },
    { timeout: 60_000 },
  );
}

interface Moment {
  /** How long before, and until how long before. */
  days: number;
  until: number;
  noted: Prisma.Sql;
  wanted: Prisma.Sql;
}

const EVE: Moment = {
  days: 1,
  until: 0,
  noted: Prisma.sql`"remindedOf"`,
  wanted: Prisma.sql`"remindsDayBefore"`,
};
const WEEK: Moment = {
  days: 7,
  until: 1,
  noted: Prisma.sql`"remindedWeekOf"`,
  wanted: Prisma.sql`"remindsWeekBefore"`,
};

function claim(tx: Tx, { days, until, noted, wanted }: Moment, now: Date): Promise<{ id: string }[]> {
  const [from, to] = [until, days].map((ahead) => new Date(now.getTime() + ahead * DAY_MS));
  return tx.$queryRaw<{ id: string }[]>`
    UPDATE registration r SET ${noted} = e."startsAt" FROM event e
     WHERE e.id = r."eventId" AND r.id IN (
       SELECT d.id FROM registration d JOIN event v ON v.id = d."eventId"
        WHERE v."startsAt" > ${from} AND v."startsAt" <= ${to}
          AND d.state = 'registered' AND d.${noted} IS DISTINCT FROM v."startsAt"
          AND coalesce(d."movedUpAt", d."confirmedAt") < v."startsAt" - ${days}::int * interval '1 day'
          AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = v.id)
          AND NOT EXISTS (SELECT 1 FROM notice_preference f WHERE f."personId" = d."personId" AND NOT f.${wanted})
        ORDER BY d.id LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED)
    RETURNING r.id`;
}

/**
 * Thanks, once, those who came for an organization that is no member, with the way to join the club;
 * gives how many. People of members, and whoever came for nobody, are told nothing.
 */
export async function thankVisitors(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "host", "Event", now);
  return db().$transaction(
    async (tx) => {
      const claimed = await tx.$queryRaw<{ id: string }[]>`
        UPDATE registration SET "thankedAt" = ${now} WHERE id IN (
          SELECT d.id FROM registration d JOIN event v ON v.id = d."eventId"
           WHERE v."endsAt" <= ${now} AND v."endsAt" > ${new Date(now.getTime() - THANKED_WITHIN)}
             AND d."presentAt" IS NOT NULL AND d."thankedAt" IS NULL
             AND d.organization IS NOT NULL AND d."structureId" IS NULL
             AND NOT EXISTS (SELECT 1 FROM person p JOIN affiliation a ON a."personId" = p.id WHERE p.email = d.email)
           ORDER BY d.id LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED)
        RETURNING id`;
      await write(tx, claimed, (event, registrant) => thanksLetter(event, registrant, registrant.organization ?? ""));
      return claimed.length;
    },
    { timeout: 60_000 },
  );
}

type Addressed = Registrant & { organization: string | null };

async function write(
  tx: Tx,
  claimed: { id: string }[],
  letter: (event: Parameters<typeof reminderLetter>[0], registrant: Addressed) => ReturnType<typeof reminderLetter>,
): Promise<void> {
  const rows = await tx.registration.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      guests: true,
      personId: true,
      organization: true,
      opening: { select: { event: { select: TOLD } } },
    },
  });
  await queueMail(tx, ...rows.map(({ opening, ...registrant }) => letter(opening.event, registrant)));
}
