import "server-only";
import { type CalendarEntry, type CalendarEvent, entryOf } from "#lib/calendar/calendar";
import { EVENT_FACTS, publicCancellation } from "#lib/events/rules";
import { isSecured } from "#lib/people/second-factor/rules";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { BOARD } from "../rules.ts";

const PURPOSE = "personal-calendar";
const DAY_MS = 86_400_000;
/** A date taken back stays as such for a while: a calendar that has it must learn of it. */
const CANCELLED_DAYS = 60;
const PAST_DAYS = 365;
const MOST = 500;

/** The address of `actor`'s own calendar; null when they have none yet. */
export async function findPersonalAddress(actor: Actor, now: Date): Promise<string | null> {
  const row = await db().personalCalendar.findFirst({
    where: readable(actor, "PersonalCalendar", now),
    select: { id: true },
  });
  return row && paths.personalCalendar(signedToken(PURPOSE, row.id));
}

/**
 * What the calendar at this address holds: the club's dates, those of its person's commissions, the
 * meetings they are called to, the dates that an open poll holds for now, and a student's interviews. No person
 * is named in it.
 *
 * Null when the address is no longer worth anything.
 */
export async function findPersonalEntries(token: string, now: Date): Promise<CalendarEntry[] | null> {
  const id = readSignedToken(PURPOSE, token);
  if (!id || !isUuid(id)) return null;
  const inForce = inForceOn(dayOf(now));
  const calendar = await db().personalCalendar.findFirst({
    relationLoadStrategy: "join",
    where: { id, person: { suspension: { is: null } } },
    select: {
      personId: true,
      person: {
        select: {
          affiliations: {
            where: { AND: [inForce, { structure: { status: "active" } }] },
            select: { structure: { select: { commissions: { select: { commissionId: true } } } } },
          },
          mandates: { where: inForce, select: { commissionId: true } },
          isFictional: true,
          secondFactor: { select: { confirmedAt: true } },
        },
      },
    },
  });
  if (!calendar) return null;
  const { affiliations, mandates } = calendar.person;
  const commissions = affiliations.flatMap(({ structure }) => structure.commissions);
  const led = mandates.flatMap(({ commissionId }) => commissionId ?? []);
  const reader = {
    personId: calendar.personId,
    commissionIds: [...commissions.map(({ commissionId }) => commissionId), ...led],
    isMember: affiliations.length > 0,
    isOnBoard: isSecured(calendar.person) && mandates.some(({ commissionId }) => commissionId === null),
  };
  return [
    ...(await listDates(reader, now)),
    ...(await listHolds(reader, now)),
    ...(await listInterviews(reader.personId, now)),
  ];
}

interface Reader {
  personId: string;
  commissionIds: string[];
  isMember: boolean;
  /** And has what the board's rights wait for: an address that leaks shows nothing of the board before. */
  isOnBoard: boolean;
}

async function listDates({ personId, commissionIds, isMember, isOnBoard }: Reader, now: Date) {
  const seen = ["public" as const, ...(isMember ? ["members" as const] : []), ...(isOnBoard ? ["board" as const] : [])];
  const rows = await db().event.findMany({
    relationLoadStrategy: "join",
    where: {
      endsAt: { gt: new Date(now.getTime() - PAST_DAYS * DAY_MS) },
      AND: [
        {
          OR: [
            { cancellation: { is: null } },
            { cancellation: { is: { cancelledAt: { gt: new Date(now.getTime() - CANCELLED_DAYS * DAY_MS) } } } },
          ],
        },
        {
          OR: [
            { visibility: { in: seen }, OR: [{ commissionId: null }, { commissionId: { in: commissionIds } }] },
            {
              meeting: { is: { invitations: { some: { personId } } } },
              ...(isOnBoard ? {} : { visibility: { not: "board" as const } }),
            },
          ],
        },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: {
      ...EVENT_FACTS,
      sequence: true,
      updatedAt: true,
      meeting: { select: { videoUrl: true, invitations: { where: { personId }, select: { id: true } } } },
    },
  });
  return rows.map(({ meeting, ...event }): CalendarEntry => {
    const isCalled = (meeting?.invitations.length ?? 0) > 0;
    const cancellation = isCalled ? event.cancellation : publicCancellation(event.kind, event.cancellation);
    return {
      ...entryOf({ ...event, cancellation } satisfies CalendarEvent),
      videoUrl: isCalled ? (meeting?.videoUrl ?? null) : null,
    };
  });
}

async function listHolds({ personId, isOnBoard }: Reader, now: Date): Promise<CalendarEntry[]> {
  const slots = await db().pollSlot.findMany({
    relationLoadStrategy: "join",
    where: {
      withdrawnAt: null,
      startsAt: { gt: now },
      poll: {
        closing: { is: null },
        deadline: { gt: now },
        invitations: { some: { personId } },
        ...(isOnBoard ? {} : { commissionId: { not: null } }),
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      room: { select: { name: true, venue: { select: { name: true } } } },
      poll: { select: { id: true, title: true, openedAt: true, commission: { select: { name: true } } } },
    },
  });
  return slots.map(({ poll, room, ...slot }) => ({
    ...slot,
    title: `${poll.title} (date à confirmer)`,
    description: "Un sondage est ouvert\u202f: cette date est gardée jusqu’à sa clôture.",
    place: room ? `${room.name}, ${room.venue.name}` : "Lieu à préciser",
    path: paths.pollAnswer(poll.id),
    sequence: 0,
    updatedAt: poll.openedAt,
    category: poll.commission?.name ?? BOARD.name,
    status: "TENTATIVE",
  }));
}

/** The moments that a student chose for interviews. One that is taken back is a row no more, and leaves the calendar. */
async function listInterviews(studentId: string, now: Date): Promise<CalendarEntry[]> {
  const slots = await db().interviewSlot.findMany({
    relationLoadStrategy: "join",
    where: {
      chosenAt: { not: null },
      endsAt: { gt: new Date(now.getTime() - PAST_DAYS * DAY_MS) },
      application: { studentId },
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      place: true,
      chosenAt: true,
      application: {
        select: { id: true, structure: { select: { name: true } }, internship: { select: { title: true } } },
      },
    },
  });
  return slots.map(({ application, chosenAt, ...slot }) => ({
    ...slot,
    title: `Entretien de stage\u202f: ${application.structure.name}`,
    description: application.internship.title,
    path: paths.ownApplication(application.id),
    // As in the invitation that left by mail: one entry, whichever way it came.
    sequence: 0,
    updatedAt: chosenAt ?? slot.startsAt,
    category: "Stages",
    status: "CONFIRMED",
  }));
}
