import "server-only";
import { tellRegistrants } from "#lib/events/registrations/commands";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { releaseRooms } from "#lib/rooms/commands";
import { changeMeeting, createMeeting } from "./calling/commands.ts";
import { cancelMail } from "./labels.ts";
import { loadCalledMeeting, lockMeeting, notYourMeeting } from "./queries.ts";
import { changeOf, spanOf } from "./rules.ts";
import type { CancelInput, MeetingMove, ScheduleInput } from "./schema.ts";

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

/**
 * Moves a meeting, or says it otherwise: date, place, title, words, how it is held. Calendars follow (the sequence
 * grows), another date asks for the answers again and gives the former room back, and people who left the commission
 * are told that it is no longer for them. What changes nothing tells nobody.
 *
 * @throws Refusal `forbidden`, `meeting_over`, `meeting_changed`, what `spanOf` or `requestRoom` refuses
 */
export async function moveMeeting(actor: Actor, input: MeetingMove, now: Date): Promise<MeetingAddress> {
  const span = spanOf(input, now);
  return db().$transaction(async (tx) => {
    const event = await lockMeeting(tx, actor, input.eventId, now);
    // A general assembly has a notice to keep: `moveAssembly`.
    if (!event.commission) throw notYourMeeting(actor, now);
    const slug = await changeMeeting(tx, event, { ...changeOf(input), ...span, requestedById: personIdOf(actor) }, now);
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
