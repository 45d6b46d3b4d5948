import "server-only";
import type { RoomBookingState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { BOOKING_LINK, LIVE, roomStateAt } from "../rules.ts";

/** A request for a room, as its keeper sees it. */
export interface KeeperView {
  id: string;
  state: RoomBookingState;
  startsAt: Date;
  endsAt: Date;
  /** Nothing is left to answer. */
  isOver: boolean;
  answerNote: string | null;
  purpose: string;
  commission: string | null;
  /** The people called, or asked: how many may come. */
  people: number;
  room: { name: string; capacity: number; venue: { name: string; keeperName: string | null } };
  /** Rooms of the same venue that are free at that time. */
  others: { id: string; name: string; capacity: number }[];
}

/** The request behind a keeper's link; null when the link is altered. Reading changes nothing. */
export async function findRequestByLink(token: string, now: Date): Promise<KeeperView | null> {
  const id = readSignedToken(BOOKING_LINK, token);
  if (!id || !isUuid(id)) return null;
  const row = await db().roomBooking.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      state: true,
      startsAt: true,
      endsAt: true,
      answerNote: true,
      event: {
        select: {
          title: true,
          commission: { select: { name: true } },
          meeting: { select: { _count: { select: { invitations: true } } } },
        },
      },
      slot: {
        select: {
          poll: {
            select: { title: true, commission: { select: { name: true } }, _count: { select: { invitations: true } } },
          },
        },
      },
      room: {
        select: {
          id: true,
          name: true,
          capacity: true,
          venue: {
            select: {
              name: true,
              keeperName: true,
              rooms: {
                where: { retiredAt: null },
                orderBy: [{ capacity: "asc" }, { name: "asc" }],
                take: 50,
                select: {
                  id: true,
                  name: true,
                  capacity: true,
                  bookings: {
                    where: { state: { in: LIVE }, endsAt: { gt: now } },
                    select: { startsAt: true, endsAt: true, state: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { event, slot, room, ...booking } = row;
  const { rooms, ...venue } = room.venue;
  return {
    ...booking,
    isOver: row.endsAt <= now,
    purpose: event?.title ?? slot?.poll.title ?? "une réunion du club",
    commission: event?.commission?.name ?? slot?.poll.commission?.name ?? null,
    people: event?.meeting?._count.invitations ?? slot?.poll._count.invitations ?? 0,
    room: { name: room.name, capacity: room.capacity, venue },
    others: rooms
      .filter(
        ({ id: other, bookings }) => other !== room.id && roomStateAt(bookings, row.startsAt, row.endsAt) === "free",
      )
      .map(({ id: other, name, capacity }) => ({ id: other, name, capacity })),
  };
}
