import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { lockHosted } from "../../hosting/queries.ts";
import { giveBack, moveUp } from "../commands.ts";
import type { OpeningInput, PresenceInput, QuestionsInput } from "./schema.ts";

/**
 * Opens the registrations of an event, or changes how many may come and until when. More seats go at
 * once to those who wait; fewer than are taken is refused by the database. Gives the event's slug.
 *
 * @throws Refusal `forbidden`, `event_over`, `deadline_after_start`, `registration_within_capacity`
 */
export async function openRegistration(
  actor: Actor,
  { eventId, ...opening }: OpeningInput,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId, now);
    if (opening.deadline > event.startsAt) {
      throw new Refusal("deadline_after_start", "La date limite vient avant le rendez-vous.", "deadlineDay");
    }
    await tx.registrationOpening.upsert({
      where: { eventId },
      create: { ...opening, eventId, openedAt: now },
      update: opening,
      select: { eventId: true },
    });
    await moveUp(tx, eventId, now);
    await recordAct(tx, actor, {
      action: "open-registration",
      subject: { kind: "Event", id: eventId },
      detail: { capacity: opening.capacity },
    });
    return event.slug;
  });
}

/**
 * Writes what is asked of those who register, in the place of what was asked before. Refused by the
 * database once somebody has answered.
 *
 * @throws Refusal `forbidden`, `event_over`, `not_open`, `registration_answer_questionId_fkey`
 */
export async function askQuestions(actor: Actor, { eventId, questions }: QuestionsInput, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const { slug } = await lockHosted(tx, actor, eventId, now);
    const opening = await tx.registrationOpening.findUnique({ where: { eventId }, select: { eventId: true } });
    if (!opening) throw new Refusal("not_open", "Ouvrez d’abord les inscriptions.");
    await tx.registrationQuestion.deleteMany({ where: { eventId } });
    await tx.registrationQuestion.createMany({
      data: questions.map((question, position) => ({ ...question, eventId, position })),
    });
    await recordAct(tx, actor, { action: "ask-registrants", subject: { kind: "Event", id: eventId } });
    return slug;
  });
}

/**
 * Notes who came, or takes it back. Harmless twice.
 *
 * @throws Refusal `forbidden`, `registration_present`
 */
export async function notePresence(actor: Actor, { registrationId, present }: PresenceInput, now: Date): Promise<void> {
  await findHeld(actor, registrationId, now);
  await db().registration.updateMany({
    where: { id: registrationId, presentAt: present ? null : { not: null } },
    data: { presentAt: present ? now : null },
  });
}

/**
 * Gives back the place of somebody who said so by telephone; they are told, and so is whoever has it.
 *
 * @throws Refusal `forbidden`, `registration_closed`
 */
export async function releasePlace(
  actor: Actor,
  { registrationId }: { registrationId: string },
  now: Date,
): Promise<string> {
  const { slug, eventId } = await findHeld(actor, registrationId, now);
  await db().$transaction(async (tx) => {
    await giveBack(tx, { id: registrationId, eventId }, now);
    await recordAct(tx, actor, { action: "release-place", subject: { kind: "Event", id: eventId } });
  });
  return slug;
}

async function findHeld(actor: Actor, id: string, now: Date): Promise<{ slug: string; eventId: string }> {
  const found = await db().registration.findFirst({
    where: { id, opening: { event: permitted(actor, "host", "Event", now) } },
    select: { eventId: true, opening: { select: { event: { select: { slug: true } } } } },
  });
  if (!found) throw new Refusal("forbidden", "Cette inscription n’est pas de votre ressort.");
  return { slug: found.opening.event.slug, eventId: found.eventId };
}
