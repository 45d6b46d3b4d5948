import "server-only";
import { recordAct } from "#lib/platform/audit";
import { formatRange } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LIVE } from "../rules.ts";
import type { RoomInput, VenueInput } from "../schema.ts";

/** Keeps a venue, new or changed. @throws Refusal `forbidden`; the constraint `venue_name_key` */
export async function saveVenue(actor: Actor, { id, ...input }: VenueInput, now: Date): Promise<void> {
  authorize(actor, "administer", "Room", now);
  const data = {
    name: input.name,
    address: input.address || null,
    keeperName: input.keeperName || null,
    keeperEmail: input.keeperEmail ?? null,
  };
  await db().$transaction(async (tx) => {
    const row = id
      ? await tx.venue.update({ where: { id }, data, select: { id: true } })
      : await tx.venue.create({ data, select: { id: true } });
    await recordAct(tx, actor, { action: "save-venue", subject: { kind: "Venue", id: row.id } });
  });
}

/** Keeps a room, new or changed. @throws Refusal `forbidden`; the constraint `room_venueId_name_key` */
export async function saveRoom(actor: Actor, { id, ...input }: RoomInput, now: Date): Promise<void> {
  authorize(actor, "administer", "Room", now);
  const equipment = input.equipment.split(",").map((item) => item.trim());
  const data = {
    venueId: input.venueId,
    name: input.name,
    capacity: input.capacity,
    equipment: equipment.filter(Boolean),
    access: input.access || null,
  };
  await db().$transaction(async (tx) => {
    const row = id
      ? await tx.room.update({ where: { id }, data, select: { id: true } })
      : await tx.room.create({ data, select: { id: true } });
    await recordAct(tx, actor, { action: "save-room", subject: { kind: "Room", id: row.id } });
  });
}

/**
 * Lends a room no more. Its past bookings stay; one that is to come keeps it from going.
 *
 * @throws Refusal `forbidden`, `room_booked`
 */
export async function retireRoom(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "administer", "Room", now);
  await db().$transaction(async (tx) => {
    // Whoever asks for the room at this moment waits, and finds it gone.
    await tx.$queryRaw`SELECT 1 FROM room WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const [next] = await tx.roomBooking.findMany({
      where: { roomId: id, state: { in: LIVE }, endsAt: { gt: now } },
      orderBy: { startsAt: "asc" },
      take: 1,
      select: { startsAt: true, endsAt: true },
    });
    if (next) {
      const when = formatRange(next.startsAt, next.endsAt);
      throw new Refusal(
        "room_booked",
        `Cette salle est réservée\u202f: ${when}. Déplacez ou annulez d’abord ces réunions.`,
      );
    }
    await tx.room.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: now } });
    await recordAct(tx, actor, { action: "retire-room", subject: { kind: "Room", id } });
  });
}
