import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { listLeads } from "#lib/meetings/circle/queries";
import { ORPHAN } from "#lib/meetings/labels";
import { leadMail as leadOfPollMail } from "#lib/meetings/polls/labels";
import { reopenPoll } from "#lib/meetings/polls/outcome/commands";
import { BOARD } from "#lib/meetings/rules";
import { moveMail } from "#lib/meetings/schedule/labels";
import { loadCalledMeeting } from "#lib/meetings/schedule/queries";
import { recordAct } from "#lib/platform/audit";
import { formatRange } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted } from "#lib/policy/ability";
import { type Actor, system } from "#lib/policy/actor";
import { leadMail, placeOf } from "../labels.ts";
import { BOOKING_LINK } from "../rules.ts";
import type { KeeperAnswerInput } from "../schema.ts";

/**
 * What the keeper of a room answers, known by the link of the request alone: lends it, refuses it, or
 * proposes another. A room lent may still be refused afterwards. The same answer twice is one answer.
 *
 * @throws Refusal `wrong_link`, `booking_over`; the constraint `room_booking_no_overlap`
 */
export async function answerRequest({ token, answer, roomId, note }: KeeperAnswerInput, now: Date): Promise<void> {
  const id = readSignedToken(BOOKING_LINK, token);
  if (!id || !isUuid(id))
    throw new Refusal("wrong_link", "Ce lien n’est pas complet. Reprenez-le en entier dans votre e-mail.");
  await db().$transaction(async (tx) => {
    const booking = await lockBooking(tx, id);
    if (answer === "confirm" && booking.state === "confirmed") return;
    if (answer === "decline" && booking.state === "declined") return;
    if (booking.state !== "requested" && booking.state !== "confirmed") {
      throw new Refusal("booking_over", "Cette demande n’attend plus de réponse\u202f: la salle n’est plus demandée.");
    }
    mustBeToCome(booking, now);
    const answered = { answeredAt: now, answerNote: note || null };
    if (answer === "confirm") {
      await tx.roomBooking.update({ where: { id }, data: { state: "confirmed", ...answered }, select: { id: true } });
      await tellLeads(tx, booking, "Salle confirmée", [`${where(booking)} est confirmée.`, ...quoted(note)], now);
    } else {
      await tx.roomBooking.update({ where: { id }, data: { state: "declined", ...answered }, select: { id: true } });
      if (answer === "offer" && roomId) await offer(tx, booking, roomId, note, now);
      else await refuse(tx, booking, note, now);
    }
    await recordAct(tx, system, {
      action: "answer-room-request",
      subject: { kind: "RoomBooking", id },
      detail: { answer },
    });
  });
}

/**
 * Says yes or no to the room that the keeper proposed instead. Yes: calendars follow. No: the room goes
 * back, and a poll opens again.
 *
 * @throws Refusal `forbidden`, `booking_over`
 */
export async function answerOffer(
  actor: Actor,
  { bookingId, accepts }: { bookingId: string; accepts: boolean },
  now: Date,
): Promise<{ commission: string | null; slug: string | null; pollId: string | null }> {
  return db().$transaction(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    const { id: commissionId } = booking.commission;
    const mayDecide = commissionId
      ? await tx.commission.count({
          where: { AND: [{ id: commissionId }, permitted(actor, "schedule", "Commission", now)] },
        })
      : can(actor, "preside", "Assembly", now);
    if (!mayDecide) {
      const code = can(actor, "schedule", "Commission", now) ? "not_found" : "forbidden";
      throw new Refusal(code, "Cette demande n’est pas, ou n’est plus, de votre ressort.");
    }
    if (booking.state !== "offered") throw new Refusal("booking_over", "Cette proposition n’attend plus de réponse.");
    mustBeToCome(booking, now);
    const state = accepts ? ("confirmed" as const) : ("cancelled" as const);
    await tx.roomBooking.update({ where: { id: bookingId }, data: { state, answeredAt: now }, select: { id: true } });
    const { eventId, slotId } = booking;
    if (accepts && slotId) {
      const { id: roomId } = booking.room;
      await tx.pollSlot.update({ where: { id: slotId }, data: { roomId }, select: { id: true } });
    }
    if (accepts && eventId) {
      const place = placeOf(booking.room);
      await tx.event.update({
        where: { id: eventId },
        data: { place, sequence: { increment: 1 } },
        select: { id: true },
      });
      const { meeting, called } = await loadCalledMeeting(tx, eventId);
      await queueMail(tx, ...called.map((person) => moveMail(meeting, person, "Le lieu de la réunion change.", now)));
    } else if (!accepts) {
      await refuse(tx, booking, "", now);
    }
    return { commission: booking.commission.slug, slug: booking.event?.slug ?? null, pollId: booking.pollId };
  });
}

type Booking = Awaited<ReturnType<typeof lockBooking>>;

async function lockBooking(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM room_booking WHERE id = ${id}::uuid FOR UPDATE`;
  const commission = { select: { id: true, slug: true, name: true } };
  const row = await tx.roomBooking.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      state: true,
      startsAt: true,
      endsAt: true,
      eventId: true,
      slotId: true,
      requestedById: true,
      room: { select: { id: true, name: true, venueId: true, venue: { select: { name: true } } } },
      event: { select: { slug: true, title: true, commission } },
      slot: { select: { poll: { select: { id: true, title: true, commission } } } },
    },
  });
  const owner = row?.event?.commission ?? row?.slot?.poll.commission ?? BOARD;
  if (!row) throw new Refusal("booking_over", "Cette demande n’existe plus.");
  return {
    ...row,
    commission: owner,
    title: row.event?.title ?? row.slot?.poll.title ?? "",
    pollId: row.slot?.poll.id ?? null,
  };
}

/** A meeting that was held keeps the place where it was, whoever finds an old link again. */
function mustBeToCome({ endsAt }: Booking, now: Date): void {
  if (endsAt > now) return;
  throw new Refusal("booking_over", "Cette réunion est passée\u202f: il n’y a plus rien à répondre pour sa salle.");
}

/** Another room of the same venue, held until whoever asked says yes or no. */
async function offer(tx: Tx, booking: Booking, roomId: string, note: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM room WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
  const room = await tx.room.findFirst({
    where: { id: roomId, venueId: booking.room.venueId, retiredAt: null },
    select: { name: true, capacity: true },
  });
  if (!room) throw new Refusal("room_unknown", "Cette salle n’est pas de ce lieu.", "roomId");
  const { startsAt, endsAt, eventId, slotId, requestedById } = booking;
  await tx.roomBooking.create({
    data: { roomId, startsAt, endsAt, eventId, slotId, requestedById, state: "offered", answerNote: note || null },
    select: { id: true },
  });
  if (eventId) await forgetPlace(tx, eventId, now);
  await tellLeads(
    tx,
    booking,
    "Une autre salle est proposée",
    [
      `${where(booking)} n’est pas disponible.`,
      `${room.name} (${room.capacity} places) est proposée à la place\u202f: dites oui ou non.`,
      ...quoted(note),
    ],
    now,
  );
}

/** No room: the place is not known any more, and a poll that fixed the date opens again. */
async function refuse(tx: Tx, booking: Booking, note: string, now: Date): Promise<void> {
  const sentences = [`${where(booking)} ne peut pas être prêtée.`, ...quoted(note)];
  if (booking.slotId) {
    await tx.pollSlot.update({ where: { id: booking.slotId }, data: { roomId: null }, select: { id: true } });
  }
  const { eventId, startsAt } = booking;
  if (eventId) {
    await forgetPlace(tx, eventId, now);
    if (await reopenPoll(tx, { eventId, startsAt, refusal: sentences.join(" ") }, now)) return;
  }
  await tellLeads(tx, booking, "Salle refusée", [...sentences, "Demandez-en une autre, ou changez de date."], now);
}

/** The place is not known any more: those called hear it now, and not from a closed door. */
async function forgetPlace(tx: Tx, eventId: string, now: Date): Promise<void> {
  await tx.event.update({
    where: { id: eventId },
    data: { place: null, sequence: { increment: 1 } },
    select: { id: true },
  });
  const { meeting, called } = await loadCalledMeeting(tx, eventId);
  const words = "La salle prévue n’est plus disponible\u202f: le lieu vous sera précisé.";
  await queueMail(tx, ...called.map((person) => moveMail(meeting, person, words, now)));
}

async function tellLeads(tx: Tx, booking: Booking, subject: string, sentences: string[], now: Date): Promise<void> {
  const { commission, event, pollId, title, id } = booking;
  const { people, isOrphan } = await listLeads(tx, commission.id, now);
  const told = { subject, sentences: [...sentences, ...(isOrphan ? [ORPHAN] : [])], isOrphan };
  await queueMail(
    tx,
    ...people.map((lead) =>
      pollId
        ? leadOfPollMail({ id: pollId, title, commission }, lead, told)
        : leadMail({ id, title, commission: commission.slug, event: event?.slug ?? "" }, lead, told),
    ),
  );
}

function where({ room, startsAt, endsAt }: Booking): string {
  return `${placeOf(room)}, ${formatRange(startsAt, endsAt)},`;
}

function quoted(note: string): string[] {
  return note ? [`Le message reçu\u202f: «\u202f${note}\u202f».`] : [];
}
