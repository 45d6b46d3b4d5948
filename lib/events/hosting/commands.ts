import "server-only";
import { recordAct } from "#lib/platform/audit";
import { formatRange } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { slugify } from "#lib/platform/slug";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { freeEventSlug } from "../queries.ts";
import { tellRegistrants } from "../registrations/commands.ts";
import { lockHosted } from "./queries.ts";
import { spanOf } from "./rules.ts";
import type { CancelEventInput, ChangeEventInput, EventInput } from "./schema.ts";

/**
 * Announces an event open to everybody; gives its slug.
 *
 * @throws Refusal `forbidden`, `not_your_commission`, or what `spanOf` refuses
 */
export async function announceEvent(actor: Actor, input: EventInput, now: Date): Promise<string> {
  authorize(actor, "host", "Event", now);
  const span = spanOf(input, now);
  const { title, description, place, commission } = input;
  const address = slugify(title) || "rendez-vous";
  return db().$transaction(async (tx) => {
    const of =
      commission === null
        ? undefined
        : await tx.commission.findUnique({ where: { slug: commission }, select: { id: true } });
    const { id, slug } = await tx.event.create({
      data: {
        slug: await freeEventSlug(tx, address, `${address}-${input.day}`),
        kind: "club_event",
        title,
        description,
        place,
        ...span,
        commissionId: of?.id ?? null,
      },
      select: { id: true, slug: true },
    });
    // A lead is host of what their commission holds, of nothing else.
    const own = await tx.event.count({ where: { AND: [{ id }, permitted(actor, "host", "Event", now)] } });
    if (own === 0 || of === null) {
      throw new Refusal("not_your_commission", "Choisissez une commission dont vous êtes responsable.", "commission");
    }
    await recordAct(tx, actor, { action: "announce-event", subject: { kind: "Event", id } });
    return slug;
  });
}

/**
 * Writes another text, date or place. When the date or the place changes calendars follow (the sequence
 * grows) and those who registered are told. Gives the slug, which stays.
 *
 * @throws Refusal `forbidden`, `event_over`, `is_a_meeting`, or what `spanOf` refuses
 */
export async function changeEvent(actor: Actor, input: ChangeEventInput, now: Date): Promise<string> {
  const span = spanOf(input, now);
  const { eventId, title, description, place } = input;
  return db().$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId, now);
    mustBeClubEvent(event);
    const hasMoved =
      span.startsAt.getTime() !== event.startsAt.getTime() || span.endsAt.getTime() !== event.endsAt.getTime();
    const isElsewhere = place !== event.place;
    await tx.event.update({
      where: { id: eventId },
      data: { title, description, place, ...span, ...(hasMoved || isElsewhere ? { sequence: { increment: 1 } } : {}) },
      select: { id: true },
    });
    if (hasMoved || isElsewhere) {
      const words = hasMoved
        ? `Le rendez-vous prévu ${formatRange(event.startsAt, event.endsAt)} change de date.`
        : "Le rendez-vous change de lieu.";
      await tellRegistrants(tx, eventId, { kind: "moved", words }, now);
    }
    await recordAct(tx, actor, { action: "change-event", subject: { kind: "Event", id: eventId } });
    return event.slug;
  });
}

/**
 * Takes an event back: it stays in the agenda, struck out, and those who registered are told. Refused
 * twice: the reason given first stands.
 *
 * @throws Refusal `forbidden`, `event_over`, `is_a_meeting`
 */
export async function cancelEvent(actor: Actor, { eventId, reason }: CancelEventInput, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId, now);
    mustBeClubEvent(event);
    await tx.eventCancellation.create({ data: { eventId, reason, cancelledAt: now }, select: { eventId: true } });
    await tx.event.update({ where: { id: eventId }, data: { sequence: { increment: 1 } }, select: { id: true } });
    await tellRegistrants(tx, eventId, { kind: "cancelled", reason }, now);
    await recordAct(tx, actor, { action: "cancel-event", subject: { kind: "Event", id: eventId } });
    return event.slug;
  });
}

/** A meeting has its own desk, where its rooms and the people called follow. */
function mustBeClubEvent({ kind }: { kind: string }): void {
  if (kind === "club_event") return;
  throw new Refusal("is_a_meeting", "Une réunion se déplace et s’annule depuis le bureau de sa commission.");
}
