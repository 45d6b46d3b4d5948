import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { STEP_LABELS } from "../labels.ts";
import type { MergeInput, PublishInput, PutOnAgendaInput, TagInput, TakeStepInput } from "./schema.ts";

/**
 * Takes an expectation one state further, and tells its followers. The history is only added to; the
 * database refuses a jump, a reason left empty, and the second of two people answering at once.
 *
 * @throws Refusal `forbidden`, `not_found`, `unknown_decision`, `expectation_step_in_turn`,
 *   `expectation_step_no_jump`, `expectation_step_set_aside_with_reason`, `expectation_is_merged`
 */
export async function takeStep(actor: Actor, input: TakeStepInput, now: Date): Promise<void> {
  authorize(actor, "answer", "Expectation", now);
  if (actor.kind !== "person") return;
  await db().$transaction(async (tx) => {
    const { title } = await mustFind(tx, actor, "answer", input.id, now);
    const decisionId = input.decision ? await decisionNumbered(tx, actor, input.decision, now) : null;
    await tx.expectationStep.create({
      data: {
        expectationId: input.id,
        position: input.position,
        state: input.state,
        reason: input.reason,
        personId: actor.personId,
        takenAt: now,
        decisionId,
      },
      select: { id: true },
    });
    await tellFollowers(
      tx,
      { id: input.id, kind: "expectation-step", fact: `step ${input.position}` },
      `L’attente «\u202f${title}\u202f» est ${STEP_LABELS[input.state]}.`,
      now,
      actor.personId,
    );
    await recordAct(tx, actor, {
      action: "answer-expectation",
      subject: { kind: "Expectation", id: input.id },
      detail: { state: input.state },
    });
  });
}

/**
 * Gives the voices and the followers of one expectation to another that says the same; a structure that
 * had given its voice to both counts once. What had been merged into the first follows.
 *
 * @throws Refusal `forbidden`, `not_found`, `expectation_not_merged_into_itself`, `expectation_merge_no_chain`
 */
export async function mergeExpectations(actor: Actor, { id, targetId }: MergeInput, now: Date): Promise<void> {
  authorize(actor, "study", "Expectation", now);
  await db().$transaction(async (tx) => {
    // In one order for everybody: two merges the other way round wait for each other instead of deadlocking.
    await tx.$queryRaw`SELECT id FROM expectation WHERE id = ANY(${[id, targetId]}::uuid[]) ORDER BY id FOR UPDATE`;
    const [source, target] = [
      await mustFind(tx, actor, "study", id, now),
      await mustFind(tx, actor, "study", targetId, now, "targetId"),
    ];
    if (source.mergedIntoId !== null) throw alreadyMerged();
    await tx.expectation.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: targetId } });
    await tx.expectation.update({ where: { id }, data: { mergedIntoId: targetId }, select: { id: true } });
    await tx.$executeRaw`
      INSERT INTO expectation_voice ("expectationId", "structureId", "givenAt")
      SELECT ${targetId}::uuid, "structureId", "givenAt" FROM expectation_voice WHERE "expectationId" = ${id}::uuid
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      INSERT INTO expectation_follow ("expectationId", "personId", "followedAt")
      SELECT ${targetId}::uuid, "personId", "followedAt" FROM expectation_follow WHERE "expectationId" = ${id}::uuid
      ON CONFLICT DO NOTHING`;
    await tellFollowers(
      tx,
      { id, kind: "expectation-merged", fact: `merged into ${targetId}` },
      `L’attente «\u202f${source.title}\u202f» est réunie à «\u202f${target.title}\u202f», avec ses voix.`,
      now,
    );
    await recordAct(tx, actor, {
      action: "merge-expectations",
      subject: { kind: "Expectation", id },
      detail: { into: targetId },
    });
  });
}

/** Sets the lead's own words on an expectation. @throws Refusal `forbidden`, `not_found` */
export async function tagExpectation(actor: Actor, { id, tags }: TagInput, now: Date): Promise<void> {
  authorize(actor, "study", "Expectation", now);
  const { count } = await db().expectation.updateMany({
    where: { AND: [{ id }, permitted(actor, "study", "Expectation", now)] },
    data: { tags },
  });
  if (count === 0) throw notFound();
}

/**
 * Puts an expectation at the end of the agenda of a coming meeting of its commission. Harmless twice.
 *
 * @throws Refusal `forbidden`, `not_found`, `unknown_meeting`
 */
export async function putOnAgenda(actor: Actor, input: PutOnAgendaInput, now: Date): Promise<void> {
  authorize(actor, "study", "Expectation", now);
  await db().$transaction(async (tx) => {
    const { title, commissionId } = await mustFind(tx, actor, "study", input.id, now);
    // Held until the end: two items added at once must not want the same place.
    const meetings = await tx.$queryRaw<{ id: string; slug: string }[]>`
      SELECT m.id, e.slug FROM meeting m JOIN event e ON e.id = m."eventId"
       WHERE m.id = ${input.meetingId}::uuid AND e."commissionId" = ${commissionId}::uuid AND e."endsAt" > ${now}
         AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)
         FOR UPDATE OF m`;
    const [meeting] = meetings;
    if (!meeting) throw new Refusal("unknown_meeting", "Choisissez une réunion à venir de la commission.", "meetingId");
    const items = await tx.agendaItem.findMany({
      where: { meetingId: meeting.id },
      select: { position: true, expectationId: true },
      orderBy: { position: "desc" },
      take: 300,
    });
    if (items.some(({ expectationId }) => expectationId === input.id)) return;
    await tx.agendaItem.create({
      data: {
        meetingId: meeting.id,
        position: (items[0]?.position ?? 0) + 1,
        title,
        durationMinutes: input.durationMinutes,
        expectationId: input.id,
      },
      select: { id: true },
    });
    await tellFollowers(
      tx,
      { id: input.id, kind: "expectation-on-agenda", fact: `on the agenda of ${meeting.id}` },
      `L’attente «\u202f${title}\u202f» est à l’ordre du jour d’une réunion.`,
      now,
    );
  });
}

/** Tells the public what was asked and done, or tells it better. The board's own words. @throws Refusal `forbidden`, `not_found`, `not_answered` */
export async function publishExpectation(actor: Actor, { id, asked, done }: PublishInput, now: Date): Promise<void> {
  authorize(actor, "publish", "Expectation", now);
  if (actor.kind !== "person") return;
  await db().$transaction(async (tx) => {
    const { commissionId, state } = await mustFind(tx, actor, "publish", id, now);
    if (state !== "done" && state !== "in_progress" && state !== "kept") {
      throw new Refusal("not_answered", "On ne publie qu’une attente retenue, en cours ou réalisée.");
    }
    await tx.expectationPublication.upsert({
      where: { expectationId: id },
      create: { expectationId: id, commissionId, asked, done, publishedAt: now, personId: actor.personId },
      update: { asked, done, personId: actor.personId },
      select: { expectationId: true },
    });
    await recordAct(tx, actor, { action: "publish-expectation", subject: { kind: "Expectation", id } });
  });
}

/** Takes a publication back. Harmless twice. @throws Refusal `forbidden` */
export async function withdrawPublication(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "publish", "Expectation", now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.expectationPublication.deleteMany({ where: { expectationId: id } });
    if (count > 0) await recordAct(tx, actor, { action: "withdraw-publication", subject: { kind: "Expectation", id } });
  });
}

async function mustFind(
  tx: Tx,
  actor: Actor,
  intention: "study" | "answer" | "publish",
  id: string,
  now: Date,
  field?: string,
) {
  const found = await tx.expectation.findFirst({
    where: { AND: [{ id }, permitted(actor, intention, "Expectation", now)] },
    select: { title: true, state: true, commissionId: true, mergedIntoId: true },
  });
  if (!found) throw notFound(field);
  return found;
}

async function decisionNumbered(tx: Tx, actor: Actor, number: string, now: Date): Promise<string> {
  const decision = await tx.decision.findFirst({
    where: { AND: [{ number: number.toUpperCase() }, permitted(actor, "read", "Decision", now)] },
    select: { id: true },
  });
  if (!decision) throw new Refusal("unknown_decision", "Aucune décision ne porte ce numéro.", "decision");
  return decision.id;
}

/** One notice to each person who follows, but to whoever acts: they know. */
async function tellFollowers(
  tx: Tx,
  { id, kind, fact }: { id: string; kind: string; fact: string },
  title: string,
  now: Date,
  actorId?: string,
): Promise<void> {
  const followers = await tx.expectationFollow.findMany({
    where: { expectationId: id, ...(actorId ? { personId: { not: actorId } } : {}) },
    select: { personId: true },
    take: 5_000,
  });
  await notify(
    tx,
    followers.map(({ personId }) => ({
      personId,
      kind,
      fact: `expectation ${id} ${fact}`,
      title,
      path: paths.expectation(id),
    })),
    now,
  );
}

function notFound(field?: string): Refusal {
  return new Refusal("not_found", "Cette attente n’existe pas, ou n’est pas de votre commission.", field);
}

function alreadyMerged(): Refusal {
  return new Refusal("expectation_merge_no_chain", "Cette attente a déjà été réunie à une autre.");
}
