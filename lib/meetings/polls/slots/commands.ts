import "server-only";
import { formatRange } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { releaseRooms, requestRoom } from "#lib/rooms/commands";
import { LIVE, suitableRoom } from "#lib/rooms/rules";
import { listRooms, roomFor } from "../commands.ts";
import { lockPoll } from "../queries.ts";
import { type PollAddress, pollOver, spanAt } from "../rules.ts";
import { MOST_SLOTS } from "../schema.ts";

/**
 * Adds a date to an open poll, or gives back one that was taken out, with its answers; those who answered are asked
 * about it when they next come.
 *
 * @throws Refusal `forbidden`, `poll_over`, `in_the_past`, `too_many_slots`
 */
export async function addSlot(
  actor: Actor,
  { pollId, day, time }: { pollId: string; day: string; time: string },
  now: Date,
): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing) throw pollOver();
    const span = spanAt(`${day}T${time}`, poll.durationMinutes, now);
    if ((await tx.pollSlot.count({ where: { pollId, withdrawnAt: null } })) >= MOST_SLOTS) {
      throw new Refusal("too_many_slots", `${MOST_SLOTS} dates au plus\u202f: retirez-en une d’abord.`, "day");
    }
    const { rooms, people } = await listRooms(tx, poll.commission.id, now);
    const room = poll.format === "remote" ? null : suitableRoom(rooms, { ...span, people });
    const again = { ...span, roomId: room?.id ?? null, withdrawnAt: null };
    const { count } = await tx.pollSlot.updateMany({
      where: { pollId, startsAt: span.startsAt, withdrawnAt: { not: null } },
      data: again,
    });
    if (count === 0) await tx.pollSlot.create({ data: { pollId, ...again }, select: { id: true } });
    return { commission: poll.commission.slug, id: pollId };
  });
}

/**
 * Takes a date out of an open poll, and gives its room back. Two must remain to choose from.
 *
 * @throws Refusal `forbidden`, `poll_over`, `one_slot_left`
 */
export async function withdrawSlot(
  actor: Actor,
  { pollId, slotId }: { pollId: string; slotId: string },
  now: Date,
): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing) throw pollOver();
    const others = await tx.pollSlot.count({ where: { pollId, withdrawnAt: null, NOT: { id: slotId } } });
    if (others < 2) {
      throw new Refusal(
        "one_slot_left",
        "Il ne resterait qu’une date\u202f: ajoutez-en une autre, ou retenez celle qui convient.",
      );
    }
    await tx.pollSlot.updateMany({ where: { id: slotId, pollId, withdrawnAt: null }, data: { withdrawnAt: now } });
    await releaseRooms(tx, { slotId, slot: { pollId } }, now);
    return { commission: poll.commission.slug, id: pollId };
  });
}

/**
 * Asks for the room of a date before the date is chosen: it is held meanwhile. The one noted may have been taken
 * since: then the one that now suits best. Harmless twice.
 *
 * @throws Refusal `forbidden`, `poll_over`, `no_room`, or what `requestRoom` refuses
 */
export async function askSlotRoom(
  actor: Actor,
  { pollId, slotId }: { pollId: string; slotId: string },
  now: Date,
): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing?.slotId || poll.closing?.abandonedAt) throw pollOver();
    const slot = await tx.pollSlot.findFirst({
      where: { id: slotId, pollId, withdrawnAt: null },
      select: {
        startsAt: true,
        endsAt: true,
        roomId: true,
        bookings: { where: { state: { in: LIVE } }, select: { id: true } },
      },
    });
    const address = { commission: poll.commission.slug, id: pollId };
    if (slot && slot.bookings.length > 0) return address;
    const roomId = slot && poll.format !== "remote" ? await roomFor(tx, poll.commission.id, slot, now) : null;
    if (!slot || !roomId) throw new Refusal("no_room", "Aucune salle n’est libre à cette date.");
    const { startsAt, endsAt } = slot;
    await tx.pollSlot.update({ where: { id: slotId }, data: { roomId }, select: { id: true } });
    await requestRoom(tx, {
      roomId,
      startsAt,
      endsAt,
      target: { slotId },
      purpose: `${poll.title} (date possible, ${formatRange(startsAt, endsAt)})`,
      requestedById: personIdOf(actor),
    });
    return address;
  });
}
