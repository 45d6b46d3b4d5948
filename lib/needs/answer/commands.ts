import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { readable } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { propose, tellLead } from "../carrying/proposals.ts";
import { askedMail, declinedMail, interestedMail, MAILED, wordFromMember } from "../mails.ts";
import { matchNeed } from "../match/queries.ts";
import { answerDue, introductionOf, MOST_STRUCTURES } from "../rules.ts";
import type { AnswerInput } from "./schema.ts";

/** Those from whom the buyer may still expect something. */
const STILL_IN = ["waiting", "asking", "interested"] as const;

/** A need is put before a structure once: more than the club will have members. */
const MOST_ASKED = 1000;

/**
 * A member's answer: interested (the buyer's contact opens), a question (the talk begins), or no and
 * why (the need goes to the next member, and to the commission's lead when nobody is left). An answer may be changed until the need is closed.
 *
 * @throws Refusal `not_found`, `need_closed`, `day_past`
 */
export async function answerNeed(actor: PersonActor, input: AnswerInput, now: Date): Promise<void> {
  const introduction = await findOwn(actor, input.needId, now);
  const { need, structure } = introduction;
  if (input.promisedOn && input.promisedOn < dayOf(now)) {
    throw new Refusal("day_past", "Promettez un jour à venir.", "promisedOn");
  }
  const next = input.answer === "declined" ? await nextFor(need, now) : [];
  await db().$transaction(async (tx) => {
    const { count } = await tx.introduction.updateMany({
      where: {
        needId: need.id,
        structureId: structure.id,
        state: { notIn: ["won", input.answer] },
        need: { closedAt: null },
      },
      data: {
        state: input.answer,
        answeredAt: now,
        promisedOn: input.answer === "declined" || !input.promisedOn ? null : columnOfDay(input.promisedOn),
        declineReason: input.answer === "declined" ? input.declineReason : null,
        comment: input.answer === "declined" ? input.text || null : null,
      },
    });
    // The same answer twice, or an answer to what is over.
    if (count === 0) return;
    if (input.answer !== "declined" && input.text) {
      await tx.needMessage.create({
        data: { needId: need.id, structureId: structure.id, isFromBuyer: false, text: input.text, createdAt: now },
        select: { id: true },
      });
    }
    if (input.answer === "interested") await queueMail(tx, interestedMail(need, structure.name));
    if (input.answer === "asking") await queueMail(tx, askedMail(need, structure.name, input.text));
    if (input.answer === "declined") {
      const [name = null] = await propose(tx, need, next, { now, dueAt: answerDue(now) });
      const left = await tx.introduction.count({ where: { needId: need.id, state: { in: [...STILL_IN] } } });
      if (left === 0) await tellLead(tx, need, now);
      await queueMail(tx, declinedMail(need, structure.name, { next: name, isWithLead: left === 0 }));
    }
  });
}

/**
 * A word of a member to the buyer, once it answered.
 *
 * @throws Refusal `not_found`, `need_closed`, `answer_first`
 */
export async function writeToBuyer(
  actor: PersonActor,
  { needId, text }: { needId: string; text: string },
  now: Date,
): Promise<void> {
  const { need, structure, state } = await findOwn(actor, needId, now);
  if (state !== "interested" && state !== "asking") {
    throw new Refusal("answer_first", "Répondez d’abord au besoin\u202f: intéressé, ou une question.");
  }
  await db().$transaction(async (tx) => {
    await tx.needMessage.create({
      data: { needId, structureId: structure.id, isFromBuyer: false, text, createdAt: now },
      select: { id: true },
    });
    await queueMail(tx, wordFromMember(need, structure.name, text));
  });
}

async function findOwn(actor: PersonActor, needId: string, now: Date) {
  const introductions = await db().introduction.findMany({
    where: { AND: [{ needId }, readable(actor, "Introduction", now)] },
    orderBy: { structureId: "asc" },
    take: MOST_STRUCTURES,
    select: {
      structureId: true,
      state: true,
      structure: { select: { id: true, name: true } },
      need: { select: { ...MAILED, closedAt: true } },
    },
  });
  const introduction = introductionOf(introductions, actor);
  if (!introduction) throw new Refusal("not_found", "Ce besoin n’est pas pour vous, ou n’existe plus.");
  if (introduction.need.closedAt)
    throw new Refusal("need_closed", "Ce besoin est clos\u202f: l’acheteur a fait son choix.");
  return introduction;
}

/** Whom to ask instead, only when nobody else is being asked. */
async function nextFor(need: Awaited<ReturnType<typeof findOwn>>["need"], now: Date): Promise<string[]> {
  const introductions = await db().introduction.findMany({
    where: { needId: need.id },
    select: { structureId: true, state: true },
    take: MOST_ASKED,
  });
  const others = introductions.filter(({ state }) => STILL_IN.some((one) => one === state));
  if (others.length > 1) return [];
  const except = introductions.map(({ structureId }) => structureId);
  const { suggestions } = await matchNeed(need, now, { except, headcount: need.headcount });
  return suggestions.slice(0, 1).map(({ id }) => id);
}
