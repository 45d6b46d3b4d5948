import type { RoomBookingState } from "#lib/generated/prisma/enums";

/** The states in which a booking holds its room, as the constraint `room_booking_no_overlap` says. */
export const LIVE: RoomBookingState[] = ["requested", "offered", "confirmed"];

/** What a keeper's link is signed for. */
export const BOOKING_LINK = "room-booking";

/** Of a room at a time: nobody asked for it, somebody did, or it is lent. */
export type RoomState = "free" | "asked" | "taken";

export interface Held {
  startsAt: Date;
  endsAt: Date;
  state: RoomBookingState;
}

/** Whether a room is free between two instants; touching is allowed. */
export function roomStateAt(bookings: Held[], startsAt: Date, endsAt: Date): RoomState {
  const met = bookings.filter((one) => LIVE.includes(one.state) && one.startsAt < endsAt && startsAt < one.endsAt);
  if (met.length === 0) return "free";
  return met.some(({ state }) => state === "confirmed") ? "taken" : "asked";
}

/** The smallest free room that holds so many, else the largest free one. */
export function suitableRoom<Room extends { capacity: number; bookings: Held[] }>(
  rooms: Room[],
  { startsAt, endsAt, people }: { startsAt: Date; endsAt: Date; people: number },
): Room | null {
  const free = rooms
    .filter(({ bookings }) => roomStateAt(bookings, startsAt, endsAt) === "free")
    .sort((a, b) => a.capacity - b.capacity);
  return free.find(({ capacity }) => capacity >= people) ?? free.at(-1) ?? null;
}
