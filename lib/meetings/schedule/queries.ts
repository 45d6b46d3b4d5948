import "server-only";
import { entryOf } from "#lib/calendar/calendar";
import { EVENT_FACTS } from "#lib/events/rules";
import type { MeetingFormat } from "#lib/generated/prisma/enums";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { signedToken } from "#lib/platform/tokens";
import { can, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LIVE } from "#lib/rooms/rules";
import { LINKS } from "../rules.ts";
import type { Called, CalledMeeting } from "./labels.ts";

const EVENT = {
  ...EVENT_FACTS,
  sequence: true,
  updatedAt: true,
  commissionId: true,
  roomBookings: {
    where: { state: { in: LIVE } },
    orderBy: { requestedAt: "desc" },
    take: 1,
    select: { id: true, roomId: true, state: true },
  },
} as const;

const PERSON = { select: { id: true, email: true, firstName: true, lastName: true } } as const;

/** A meeting with everybody called to it, as its messages need it. */
export async function loadCalledMeeting(
  tx: Tx,
  eventId: string,
): Promise<{ meetingId: string; meeting: CalledMeeting; called: Called[] }> {
  const { meeting, roomBookings, commissionId, ...event } = await tx.event.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: eventId },
    select: {
      ...EVENT,
      meeting: {
        select: {
          id: true,
          videoUrl: true,
          agendaItems: {
            where: { isProposal: false },
            orderBy: { position: "asc" },
            take: 40,
            select: { title: true },
          },
          invitations: { orderBy: { id: "asc" }, select: { id: true, person: PERSON } },
          assembly: {
            select: {
              proxiesPerHolder: true,
              resolutions: { orderBy: { position: "asc" }, select: { title: true } },
            },
          },
        },
      },
    },
  });
  if (!meeting) throw new Error(`event ${eventId} is no meeting`);
  return {
    meetingId: meeting.id,
    meeting: {
      entry: { ...entryOf(event), description: event.description, videoUrl: meeting.videoUrl },
      isRoomPending: roomBookings.some(({ state }) => state !== "confirmed"),
      kind: event.kind,
      assembly: meeting.assembly && {
        resolutions: meeting.assembly.resolutions.map(({ title }) => title),
        hasProxies: meeting.assembly.proxiesPerHolder > 0,
      },
      agenda: meeting.agendaItems.map(({ title }) => title),
    },
    called: meeting.invitations.map(({ id, person }) => calledOf(id, person)),
  };
}

/** Somebody called, with the link that is theirs alone. */
function calledOf(
  invitationId: string,
  { id, ...person }: { id: string; email: string; firstName: string; lastName: string },
): Called {
  return { ...person, personId: id, invitationId, token: signedToken(LINKS.meeting, invitationId) };
}

/** A meeting as whoever schedules it sees it; null when `actor` does not. */
export async function findMeeting(actor: Actor, slug: string, now: Date) {
  const row = await db().event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] },
    select: {
      ...EVENT,
      poll: { select: { id: true, closing: { select: { pollId: true } } } },
      roomBookings: {
        orderBy: { requestedAt: "desc" },
        take: 10,
        select: {
          id: true,
          state: true,
          answerNote: true,
          roomId: true,
          room: { select: { name: true, capacity: true, venue: { select: { name: true } } } },
        },
      },
      meeting: {
        select: {
          format: true,
          videoUrl: true,
          invitations: {
            orderBy: [{ person: { lastName: "asc" } }, { id: "asc" }],
            take: 500,
            select: {
              id: true,
              reply: true,
              person: { select: { firstName: true, lastName: true } },
              representedBy: { select: { firstName: true, lastName: true } },
            },
          },
        },
      },
    },
  });
  if (!row?.meeting) return null;
  const { meeting, ...event } = row;
  const replies = meeting.invitations.map(({ id, reply, person, representedBy }) => ({
    id,
    reply,
    representedBy: representedBy && `${representedBy.firstName} ${representedBy.lastName}`,
    name: `${person.firstName} ${person.lastName}`,
  }));
  return { ...event, format: meeting.format satisfies MeetingFormat, videoUrl: meeting.videoUrl, replies };
}

export type MeetingView = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** The meetings of a commission for whoever schedules them, the latest first, cancelled ones too. */
export async function listLedMeetings(actor: Actor, commission: string, now: Date) {
  return await db().event.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [permitted(actor, "schedule", "Event", now), { commission: { slug: commission }, meeting: { isNot: null } }],
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: 24,
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      place: true,
      cancellation: { select: { eventId: true } },
      roomBookings: { orderBy: { requestedAt: "desc" }, take: 1, select: { state: true } },
      meeting: {
        select: {
          invitations: { select: { reply: true } },
          minutes: { select: { approvedAt: true, publishedAt: true } },
        },
      },
    },
  });
}

/**
 * A meeting that `actor` may still change, held against whoever changes it at the same moment.
 *
 * @throws Refusal `forbidden`, `meeting_over`
 */
export async function lockMeeting(tx: Tx, actor: Actor, eventId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
  const event = await tx.event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: eventId }, permitted(actor, "schedule", "Event", now)] },
    select: {
      id: true,
      slug: true,
      kind: true,
      title: true,
      description: true,
      startsAt: true,
      endsAt: true,
      place: true,
      commissionId: true,
      commission: { select: { slug: true } },
      cancellation: { select: { eventId: true } },
      meeting: { select: { format: true, videoUrl: true, assembly: { select: { openedAt: true } } } },
      roomBookings: { where: { state: { in: LIVE } }, select: { id: true, roomId: true } },
    },
  });
  if (!event?.meeting) throw notYourMeeting(actor, now);
  if (event.cancellation) throw new Refusal("meeting_over", "Cette réunion est déjà annulée.");
  if (event.endsAt <= now) throw new Refusal("meeting_over", "Cette réunion a déjà eu lieu.");
  if (event.meeting.assembly?.openedAt) throw new Refusal("meeting_over", "La séance est ouverte.");
  return { ...event, format: event.meeting.format, videoUrl: event.meeting.videoUrl };
}

export type LockedMeeting = Awaited<ReturnType<typeof lockMeeting>>;

/**
 * What somebody hears who does not call such meetings, or no longer does: an attempt only of whoever calls
 * none at all.
 */
export function notYourMeeting(actor: Actor, now: Date): Refusal {
  const code = can(actor, "schedule", "Event", now) ? "not_found" : "forbidden";
  return new Refusal(code, "Cette réunion n’est pas, ou n’est plus, de votre ressort.");
}
