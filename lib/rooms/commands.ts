import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { queueMail } from "#lib/mail/outbox";
import type { Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { signedToken } from "#lib/platform/tokens";
import { releaseMail, requestMail } from "./labels.ts";
import { BOOKING_LINK, LIVE } from "./rules.ts";

export interface RoomRequest {
  roomId: string;
  startsAt: Date;
  endsAt: Date;
  /** What for: an event, or a date of a poll. */
  target: { eventId: string } | { slotId: string };
  /** In the words of whoever lends. */
  purpose: string;
  requestedById: string | null;
}

/**
 * Asks for a room and holds it, in the transaction of what needs it. A venue without a keeper lends at
 * once. Of those who ask at the same moment the first has it.
 *
 * @throws Refusal `room_unknown`, `room_retired`; the constraint `room_booking_no_overlap`
 */
export async function requestRoom(tx: Tx, request: RoomRequest): Promise<{ id: string; place: string }> {
  const { roomId, startsAt, endsAt, target, purpose, requestedById } = request;
  // One after the other: two that wait for each other's row would be a deadlock.
  await tx.$queryRaw`SELECT 1 FROM room WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
  const room = await tx.room.findUnique({
    where: { id: roomId },
    select: { name: true, retiredAt: true, venue: { select: { name: true, keeperName: true, keeperEmail: true } } },
  });
  if (!room) throw new Refusal("room_unknown", "Cette salle n’existe plus.", "roomId");
  if (room.retiredAt)
    throw new Refusal("room_retired", "Cette salle n’est plus prêtée. Choisissez-en une autre.", "roomId");
  const { id } = await tx.roomBooking.create({
    data: {
      roomId,
      startsAt,
      endsAt,
      ...target,
      requestedById,
      state: room.venue.keeperEmail ? "requested" : "confirmed",
    },
    select: { id: true },
  });
  await queueMail(tx, ...requestMail({ id, token: signedToken(BOOKING_LINK, id), startsAt, endsAt, purpose, room }));
  return { id, place: `${room.name}, ${room.venue.name}` };
}

/** Gives back the rooms held by these bookings, and tells their keepers. */
export async function releaseRooms(tx: Tx, where: Prisma.RoomBookingWhereInput, now: Date): Promise<void> {
  const held = await tx.roomBooking.findMany({
    where: { AND: [where, { state: { in: LIVE } }] },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      event: { select: { title: true } },
      slot: { select: { poll: { select: { title: true } } } },
      room: { select: { name: true, venue: { select: { name: true, keeperName: true, keeperEmail: true } } } },
    },
  });
  if (held.length === 0) return;
  await tx.roomBooking.updateMany({
    where: { id: { in: held.map(({ id }) => id) }, state: { in: LIVE } },
    data: { state: "cancelled", answeredAt: now },
  });
  await queueMail(
    tx,
    ...held.flatMap(({ event, slot, ...booking }) =>
      releaseMail({ ...booking, token: "", purpose: event?.title ?? slot?.poll.title ?? "une réunion du club" }),
    ),
  );
}
