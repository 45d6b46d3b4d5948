import "server-only";
import { formAssembly, syncVoters } from "#lib/assemblies/roll/commands";
import type { NewAssembly } from "#lib/assemblies/schema";
import { freeEventSlug } from "#lib/events/queries";
import { tellRegistrants } from "#lib/events/registrations/commands";
import type { EventKind, MeetingFormat } from "#lib/generated/prisma/enums";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { dayOf, formatRange, toParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { releaseRooms, requestRoom } from "#lib/rooms/commands";
import { LIVE } from "#lib/rooms/rules";
import { listCircle, listElectors } from "../circle/queries.ts";
import { callMail, cancelMail, moveMail, REMOTE_PLACE } from "./labels.ts";
import { type LockedMeeting, loadCalledMeeting, lockMeeting, notYourMeeting } from "./queries.ts";
import { spanOf } from "./rules.ts";
import type { CancelInput, MoveInput, ScheduleInput } from "./schema.ts";

/**
 * Fixes a meeting of a commission and calls its people; gives the slug of its event.
 *
 * @throws Refusal `forbidden`, `ends_before_start`, `in_the_past`, or what `requestRoom` refuses
 */
export async function scheduleMeeting(actor: Actor, input: ScheduleInput, now: Date): Promise<string> {
  const span = spanOf(input, now);
  return db().$transaction(async (tx) => {
    const commission = await tx.commission.findFirst({
      where: { AND: [{ slug: input.commission }, permitted(actor, "schedule", "Commission", now)] },
      select: { id: true, slug: true },
    });
    if (!commission) throw new Refusal("forbidden", "Vous n’êtes pas responsable de cette commission.");
    const { format, roomId, place, title, description, videoUrl } = input;
    const { eventId, slug } = await createMeeting(
      tx,
      {
        body: { commission },
        title,
        description,
        ...span,
        format,
        videoUrl: format === "in_person" ? null : (videoUrl ?? null),
        roomId: format === "remote" ? null : (roomId ?? null),
        place: place ?? null,
        requestedById: personIdOf(actor),
      },
      now,
    );
    await recordAct(tx, actor, { action: "schedule-meeting", subject: { kind: "Event", id: eventId } });
    return slug;
  });
}

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

/**
 * Moves a meeting: another date, another place, or both. Calendars follow (the sequence grows), answers
 * are asked for again, the former room is given back, and people who left the commission are told that
 * it is no longer for them.
 *
 * @throws Refusal `forbidden`, `meeting_over`, `meeting_changed`, what `spanOf` or `requestRoom` refuses
 */
export async function moveMeeting(actor: Actor, input: MoveInput, now: Date): Promise<MeetingAddress> {
  const span = spanOf(input, now);
  return db().$transaction(async (tx) => {
    const event = await lockMeeting(tx, actor, input.eventId, now);
    // A general assembly has a notice to keep: `moveAssembly`.
    if (!event.commission) throw notYourMeeting(actor, now);
    const slug = await changeMeeting(
      tx,
      event,
      { ...span, roomId: input.roomId ?? null, place: input.place ?? null, requestedById: personIdOf(actor) },
      now,
    );
    await closePollsOf(tx, event.id, actor, now);
    await recordAct(tx, actor, { action: "move-meeting", subject: { kind: "Event", id: event.id } });
    return { commission: event.commission.slug, slug };
  });
}

/** A poll opened again to find another date has nothing left to find. */
async function closePollsOf(tx: Tx, eventId: string, actor: Actor, now: Date): Promise<void> {
  const polls = await tx.poll.findMany({ where: { eventId, closing: { is: null } }, select: { id: true } });
  await tx.pollClosing.createMany({
    data: polls.map(({ id }) => ({ pollId: id, closedAt: now, closedById: personIdOf(actor) })),
    skipDuplicates: true,
  });
}

/** Where whoever schedules finds the meeting. */
export interface MeetingAddress {
  /** Null: the board's, or a general assembly. */
  commission: string | null;
  slug: string;
}

/** What a change of a meeting is made of. */
export type MeetingChange = Pick<NewMeeting, "startsAt" | "endsAt" | "roomId" | "place" | "requestedById" | "slotId">;

/** Writes another date and place, in the transaction of whoever decides it; gives the slug of the event. */
export async function changeMeeting(tx: Tx, event: LockedMeeting, change: MeetingChange, now: Date): Promise<string> {
  const { id, kind, commission } = event;
  const { startsAt, endsAt } = change;
  const hasMoved = startsAt.getTime() !== event.startsAt.getTime() || endsAt.getTime() !== event.endsAt.getTime();
  await releaseRooms(tx, { eventId: id }, now);
  const isSameDay = dayOf(startsAt) === dayOf(event.startsAt);
  const base = commission?.slug ?? SLUGS[kind === "board_meeting" ? kind : "general_assembly"];
  const slug = isSameDay ? event.slug : await slugOn(tx, base, startsAt);
  const place = change.place ?? (event.format === "remote" ? REMOTE_PLACE : null);
  await tx.event.update({
    where: { id },
    data: { slug, startsAt, endsAt, place, sequence: { increment: 1 } },
    select: { id: true },
  });
  await takeRoom(tx, id, { ...change, title: event.title, format: event.format, videoUrl: null });
  const gone = await callCircle(tx, id, event, now);
  const { meeting, called, meetingId } = await loadCalledMeeting(tx, id);
  if (!commission) await syncVoters(tx, meetingId, now);
  // An answer to another date is none to this one.
  if (hasMoved) {
    await tx.meetingInvitation.updateMany({
      where: { meetingId },
      data: { reply: null, repliedAt: null, representedById: null, invitedAt: now },
    });
  }
  const words = hasMoved
    ? `La réunion prévue ${formatRange(event.startsAt, event.endsAt)} change de date.`
    : "Le lieu de la réunion change.";
  await queueMail(
    tx,
    ...called.map((person) =>
      gone.includes(person.personId)
        ? cancelMail(meeting, person, "Vous n’êtes plus de ceux que cette réunion concerne.", now)
        : moveMail(meeting, person, hasMoved ? `${words} Votre réponse est de nouveau attendue.` : words, now),
    ),
  );
  await tellRegistrants(tx, id, { kind: "moved", words }, now);
  await tx.meetingInvitation.deleteMany({ where: { meetingId, personId: { in: gone } } });
  return slug;
}

/**
 * Takes a meeting back: its date stays in the agenda, struck out, its room is free again, and calendars
 * are told. Refused twice: the reason given first stands.
 *
 * @throws Refusal `forbidden`, `meeting_over`
 */
export async function cancelMeeting(
  actor: Actor,
  { eventId, reason }: CancelInput,
  now: Date,
): Promise<MeetingAddress> {
  return db().$transaction(async (tx) => {
    const event = await lockMeeting(tx, actor, eventId, now);
    await tx.eventCancellation.create({ data: { eventId, reason, cancelledAt: now }, select: { eventId: true } });
    await tx.event.update({ where: { id: eventId }, data: { sequence: { increment: 1 } }, select: { id: true } });
    await releaseRooms(tx, { eventId }, now);
    await closePollsOf(tx, eventId, actor, now);
    const { meeting, called } = await loadCalledMeeting(tx, event.id);
    await queueMail(tx, ...called.map((person) => cancelMail(meeting, person, reason, now)));
    await tellRegistrants(tx, eventId, { kind: "cancelled", reason }, now);
    await recordAct(tx, actor, { action: "cancel-meeting", subject: { kind: "Event", id: eventId } });
    return { commission: event.commission?.slug ?? null, slug: event.slug };
  });
}

/** Who meets and the day; with the hour when that day has another meeting. */
function slugOn(tx: Tx, body: string, startsAt: Date): Promise<string> {
  const base = `${body}-${dayOf(startsAt)}`;
  const hour = toParis(startsAt).toPlainTime().toString({ smallestUnit: "minute" }).replace(":", "h");
  return freeEventSlug(tx, base, `${base}-${hour}`);
}
