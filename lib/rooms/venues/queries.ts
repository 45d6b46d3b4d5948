import "server-only";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LIVE } from "../rules.ts";

/** Every venue with its rooms, for whoever keeps them up to date. */
export async function listVenues(actor: Actor, now: Date) {
  authorize(actor, "administer", "Room", now);
  return await db().venue.findMany({
    relationLoadStrategy: "join",
    orderBy: { name: "asc" },
    take: 100,
    select: {
      id: true,
      name: true,
      address: true,
      keeperName: true,
      keeperEmail: true,
      rooms: {
        where: { retiredAt: null },
        orderBy: { name: "asc" },
        take: 100,
        select: {
          id: true,
          name: true,
          capacity: true,
          equipment: true,
          access: true,
          bookings: {
            where: { state: { in: LIVE }, endsAt: { gt: now } },
            orderBy: { startsAt: "asc" },
            take: 50,
            select: { id: true, startsAt: true, endsAt: true, state: true, event: { select: { title: true } } },
          },
        },
      },
    },
  });
}

/** The rooms that can be asked for, the smallest first: what they hold, what they have, how one gets in. */
export async function listLentRooms(actor: Actor, now: Date) {
  authorize(actor, "schedule", "Event", now);
  return await db().room.findMany({
    relationLoadStrategy: "join",
    where: { retiredAt: null },
    orderBy: [{ capacity: "asc" }, { name: "asc" }],
    take: 100,
    select: {
      id: true,
      name: true,
      capacity: true,
      equipment: true,
      access: true,
      venue: { select: { name: true } },
    },
  });
}
