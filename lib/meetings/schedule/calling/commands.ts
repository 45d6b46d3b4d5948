import "server-only";
import { formAssembly, syncVoters } from "#lib/assemblies/roll/commands";
import type { NewAssembly } from "#lib/assemblies/schema";
import { freeEventSlug } from "#lib/events/queries";
import { tellRegistrants } from "#lib/events/registrations/commands";
import type { EventKind, MeetingFormat } from "#lib/generated/prisma/enums";
import { queueMail } from "#lib/mail/outbox";
import { dayOf, formatRange, toParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { releaseRooms, requestRoom } from "#lib/rooms/commands";
import { LIVE } from "#lib/rooms/rules";
import { listCircle, listElectors } from "../../circle/queries.ts";
import { callMail, cancelMail, moveMail, REMOTE_PLACE } from "../labels.ts";
import { type LockedMeeting, loadCalledMeeting } from "../queries.ts";
import { otherwiseSaid, saidAnew } from "../rules.ts";

/** Who meets: a commission, or those who vote by the statutes. */
export type Body = { commission: { id: string; slug: string } } | { assembly: NewAssembly };

export interface NewMeeting {
  body: Body;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  format: MeetingFormat;
  videoUrl: string | null;
  roomId: string | null;
  /** Where, when it is in no room of the club's. */
  place: string | null;
  requestedById: string | null;
  /** The date of a poll whose room may be held already. */
  slotId?: string;
}

/** The meeting, its room, its calls, in the transaction of whoever fixes it. */
export async function createMeeting(
  tx: Tx,
  meeting: NewMeeting,
  now: Date,
): Promise<{ eventId: string; slug: string }> {
  const { body, title, description, startsAt, endsAt, format, videoUrl } = meeting;
  const who = whoMeets(body);
  const slug = await slugOn(tx, who.slug, startsAt);
  const { id: eventId, meeting: created } = await tx.event.create({
    data: {
      slug,
      kind: who.kind,
      visibility: who.visibility,
      title,
      description,
      startsAt,
      endsAt,
      place: meeting.place ?? (format === "remote" ? REMOTE_PLACE : null),
      commissionId: who.commissionId,
      meeting: { create: { format, videoUrl } },
    },
    select: { id: true, meeting: { select: { id: true } } },
  });
  await takeRoom(tx, eventId, meeting);
  if ("assembly" in body && created) await formAssembly(tx, created.id, body.assembly, now);
  await callCircle(tx, eventId, who, now);
  const { meeting: written, called } = await loadCalledMeeting(tx, eventId);
  await queueMail(tx, ...called.map((person) => callMail(written, person, now)));
  return { eventId, slug };
}

/** What an event is, and who may see it, by who meets. */
function whoMeets(body: Body) {
  if ("commission" in body) {
    const { id, slug } = body.commission;
    return { kind: "commission_meeting", visibility: "public", commissionId: id, slug } as const;
  }
  return body.assembly.kind === "board"
    ? ({ kind: "board_meeting", visibility: "board", commissionId: null, slug: SLUGS.board_meeting } as const)
    : ({ kind: "general_assembly", visibility: "members", commissionId: null, slug: SLUGS.general_assembly } as const);
}

/** What the addresses of meetings without a commission begin with. */
const SLUGS = { board_meeting: "comite", general_assembly: "assemblee-generale" };

/** The room held for the date of the poll, or the one asked for now. */
async function takeRoom(tx: Tx, eventId: string, meeting: Omit<NewMeeting, "body" | "description">): Promise<void> {
  const { slotId, roomId, startsAt, endsAt, title: purpose, requestedById } = meeting;
  const held = slotId
    ? await tx.roomBooking.findFirst({
        where: { slotId, state: { in: LIVE } },
        select: { id: true, state: true, room: { select: { name: true, venue: { select: { name: true } } } } },
      })
    : null;
  if (held) {
    // Whoever keeps the date takes the room that was proposed for it.
    const state = held.state === "offered" ? "confirmed" : held.state;
    await tx.roomBooking.update({
      where: { id: held.id },
      data: { eventId, slotId: null, state },
      select: { id: true },
    });
    await setPlace(tx, eventId, `${held.room.name}, ${held.room.venue.name}`);
  } else if (roomId) {
    const { place } = await requestRoom(tx, { roomId, startsAt, endsAt, target: { eventId }, purpose, requestedById });
    await setPlace(tx, eventId, place);
  }
}

async function setPlace(tx: Tx, eventId: string, place: string): Promise<void> {
  await tx.event.update({ where: { id: eventId }, data: { place }, select: { id: true } });
}

/** Adds those who are not called yet; gives those who are called and have left the body meanwhile. */
async function callCircle(
  tx: Tx,
  eventId: string,
  { kind, commissionId }: { kind: EventKind; commissionId: string | null },
  now: Date,
): Promise<string[]> {
  const { meetingId, called } = await loadCalledMeeting(tx, eventId);
  const people = kind === "general_assembly" ? await listElectors(tx, now) : await listCircle(tx, commissionId, now);
  const circle = new Set(people.map(({ id }) => id));
  await tx.meetingInvitation.createMany({
    data: [...circle].map((personId) => ({ meetingId, personId, invitedAt: now })),
    skipDuplicates: true,
  });
  return called.map(({ personId }) => personId).filter((personId) => !circle.has(personId));
}

/** What a change of a meeting is made of; what is not given stays. */
type MeetingChange = Pick<NewMeeting, "startsAt" | "endsAt" | "roomId" | "place" | "requestedById" | "slotId"> &
  Partial<Pick<NewMeeting, "title" | "description" | "format" | "videoUrl">>;

/** Writes what changes, in the transaction of whoever decides it; gives the slug of the event. */
export async function changeMeeting(tx: Tx, event: LockedMeeting, change: MeetingChange, now: Date): Promise<string> {
  const { id, kind, commission } = event;
  const { startsAt, endsAt } = change;
  const hasMoved = startsAt.getTime() !== event.startsAt.getTime() || endsAt.getTime() !== event.endsAt.getTime();
  const said = saidAnew(event, change);
  // The same room at the same hour is not asked for again.
  const keepsRoom = !hasMoved && event.roomBookings.some(({ roomId }) => roomId === change.roomId);
  const place = keepsRoom ? event.place : (change.place ?? (said.format === "remote" ? REMOTE_PLACE : null));
  const asksRoom = change.roomId !== null && !keepsRoom;
  const words = [
    ...(hasMoved ? [`La réunion prévue ${formatRange(event.startsAt, event.endsAt)} change de date.`] : []),
    ...(!hasMoved && (asksRoom || place !== event.place) ? ["Le lieu de la réunion change."] : []),
    ...otherwiseSaid(event, said),
    ...(hasMoved ? ["Votre réponse est de nouveau attendue."] : []),
  ].join(" ");
  if (words === "") return event.slug;
  if (!keepsRoom) await releaseRooms(tx, { eventId: id }, now);
  const isSameDay = dayOf(startsAt) === dayOf(event.startsAt);
  const base = commission?.slug ?? SLUGS[kind === "board_meeting" ? kind : "general_assembly"];
  const slug = isSameDay ? event.slug : await slugOn(tx, base, startsAt);
  const { format, videoUrl, ...texts } = said;
  await tx.event.update({
    where: { id },
    data: {
      ...texts,
      slug,
      startsAt,
      endsAt,
      place,
      sequence: { increment: 1 },
      meeting: { update: { format, videoUrl } },
    },
    select: { id: true },
  });
  if (!keepsRoom) await takeRoom(tx, id, { ...change, ...said });
  await tellCalled(tx, event, { words, hasMoved }, now);
  return slug;
}

/** Calls those who joined, lets go those who left, and tells the others what changes. */
async function tellCalled(
  tx: Tx,
  event: LockedMeeting,
  { words, hasMoved }: { words: string; hasMoved: boolean },
  now: Date,
): Promise<void> {
  const { id } = event;
  const gone = await callCircle(tx, id, event, now);
  const { meeting, called, meetingId } = await loadCalledMeeting(tx, id);
  if (!event.commission) await syncVoters(tx, meetingId, now);
  // An answer to another date is none to this one.
  if (hasMoved) {
    await tx.meetingInvitation.updateMany({
      where: { meetingId },
      data: { reply: null, repliedAt: null, representedById: null, invitedAt: now },
    });
  }
  await queueMail(
    tx,
    ...called.map((person) =>
      gone.includes(person.personId)
        ? cancelMail(meeting, person, "Vous n’êtes plus de ceux que cette réunion concerne.", now)
        : moveMail(meeting, person, words, now),
    ),
  );
  await tellRegistrants(
    tx,
    id,
    { kind: "moved", words: words.replace(" Votre réponse est de nouveau attendue.", "") },
    now,
  );
  await tx.meetingInvitation.deleteMany({ where: { meetingId, personId: { in: gone } } });
}

/** Who meets and the day; with the hour when that day has another meeting. */
function slugOn(tx: Tx, body: string, startsAt: Date): Promise<string> {
  const base = `${body}-${dayOf(startsAt)}`;
  const hour = toParis(startsAt).toPlainTime().toString({ smallestUnit: "minute" }).replace(":", "h");
  return freeEventSlug(tx, base, `${base}-${hour}`);
}
