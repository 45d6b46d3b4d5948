import "server-only";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { enter, noteFact, recordInWorkspace, tellMembers } from "../workspace.ts";
import type { DropInput, ResumeInput, SettleInput, SubmitInput } from "./schema.ts";

/**
 * Declares that the answer was left with the buyer: from then on its members, their parts and the final
 * documents are what they are. The database asks that each lot is shared out to the last hundredth, and
 * that every member agreed.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_has_several_members`, `consortium_parts_make_whole`,
 *   `consortium_members_agree`, `consortium_has_a_lot`, `consortium_step_in_turn`
 */
export async function submitAnswer(actor: Actor, { id, position, reason }: SubmitInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person } = await enter(tx, actor, "lead", id, now);
    await takeStep(tx, person, { id, position, state: "submitted", reason, words: "La réponse est déposée." }, now);
  });
}

/**
 * Takes an answer up again that was declared submitted: said too early, or an amendment asks for another deposit.
 * Members, parts, prices and documents can change again, before the deadline; agreements stand while parts do.
 *
 * @throws Refusal `forbidden`, `not_found`, `tender_is_over`, `consortium_step_no_jump`, `consortium_step_in_turn`
 */
export async function resumeAnswer(actor: Actor, { id, position, reason }: ResumeInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person, consortium } = await enter(tx, actor, "lead", id, now);
    if (consortium.tender.respondBefore <= now) {
      throw new Refusal("tender_is_over", "La date limite est passée\u202f: la réponse déposée ne change plus.");
    }
    await takeStep(tx, person, { id, position, state: "building", reason, words: "La réponse est reprise." }, now);
  });
}

/**
 * Gives the answer up. Its lots may be led anew; the club reads why, once the deadline is over.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_step_with_reason`, `consortium_step_in_turn`
 */
export async function dropAnswer(actor: Actor, { id, position, reason, lesson }: DropInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person, consortium } = await enter(tx, actor, "lead", id, now);
    await takeStep(tx, person, { id, position, state: "dropped", reason, words: "La réponse est abandonnée." }, now);
    const { respondBefore } = consortium.tender;
    const shownFrom = respondBefore > now ? respondBefore : now;
    await remember(tx, { id, lesson: lesson || reason, amountCents: null, shownFrom }, now);
  });
}

/**
 * Keeps what the buyer decided and what was learnt. Told wrongly, it is told again.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_step_no_jump`, `consortium_step_in_turn`
 */
export async function settleAnswer(actor: Actor, input: SettleInput, now: Date): Promise<void> {
  const { id, position, state, reason, lesson, amount } = input;
  await db().$transaction(async (tx) => {
    const { person, consortium } = await enter(tx, actor, "lead", id, now);
    const isSame = consortium.state === state;
    const last = isSame
      ? await tx.consortiumStep.findFirst({
          where: { consortiumId: id },
          orderBy: { position: "desc" },
          select: { reason: true },
        })
      : null;
    const outcome = state === "won" ? "gagnée" : "perdue";
    const words = isSame
      ? `Réponse ${outcome}\u202f: ce que dit l’acheteur est corrigé.`
      : `La réponse est ${outcome}.`;
    // The same result with the same words corrects the lesson or the amount only.
    if (last?.reason !== reason) await takeStep(tx, person, { id, position, state, reason, words }, now);
    await remember(tx, { id, lesson, amountCents: state === "won" ? amount : null, shownFrom: now }, now);
  });
}

interface Step {
  id: string;
  position: number;
  state: "building" | "submitted" | "won" | "lost" | "dropped";
  reason: string;
  words: string;
}

async function takeStep(tx: Tx, by: PersonActor, { id, words, ...step }: Step, now: Date): Promise<void> {
  await tx.consortiumStep.create({
    data: { ...step, consortiumId: id, personId: by.personId, takenAt: now },
    select: { id: true },
  });
  await noteFact(tx, id, step.reason ? `${words} ${step.reason}` : words, now);
  await tellMembers(tx, { consortiumId: id, fact: `step ${step.position}`, title: words }, by, now);
  await recordInWorkspace(tx, id);
}

interface Memory {
  id: string;
  lesson: string;
  amountCents: number | null;
  shownFrom: Date;
}

async function remember(tx: Tx, { id, ...memory }: Memory, now: Date): Promise<void> {
  await tx.consortiumOutcome.upsert({
    where: { consortiumId: id },
    create: { ...memory, consortiumId: id, settledAt: now },
    update: memory,
    select: { consortiumId: true },
  });
}
