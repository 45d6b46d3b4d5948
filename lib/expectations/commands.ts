import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, permitted } from "#lib/policy/ability";
import { type Actor, type OwnStructure, type PersonActor, system } from "#lib/policy/actor";
import type { ExpectationInput, VoiceExpectationInput } from "./schema.ts";

/**
 * Writes an expectation in a commission, with the first voice: that of the structure in whose name
 * the actor speaks. Of an anonymous one the audit log keeps no name. Gives its id.
 *
 * @throws Refusal `forbidden`, `no_structure`, `unknown_commission`
 */
export async function voiceExpectation(actor: Actor, input: VoiceExpectationInput, now: Date): Promise<string> {
  const { person, structure } = speaker(actor, now);
  return db().$transaction(async (tx) => {
    const commission = await tx.commission.findUnique({ where: { slug: input.commission }, select: { id: true } });
    if (!commission) throw new Refusal("unknown_commission", "Choisissez une commission de la liste.", "commission");
    const { id } = await tx.expectation.create({
      data: {
        commissionId: commission.id,
        authorId: person.personId,
        structureId: structure.id,
        isAnonymous: input.isAnonymous,
        title: input.title,
        body: input.body,
        category: input.category ?? null,
        voicedAt: now,
        stateSince: now,
        voices: { create: { structureId: structure.id, givenAt: now } },
        follows: { create: { personId: person.personId, followedAt: now } },
      },
      select: { id: true },
    });
    await recordAct(tx, input.isAnonymous ? system : actor, {
      action: "voice-expectation",
      subject: { kind: "Expectation", id },
    });
    return id;
  });
}

/**
 * Gives the voice of the actor's structure, and follows. One voice per structure, whoever of it gives
 * it; harmless twice.
 *
 * @throws Refusal `forbidden`, `no_structure`, `not_found`, `expectation_is_merged`
 */
export async function supportExpectation(actor: Actor, { id }: ExpectationInput, now: Date): Promise<void> {
  const { person, structure } = speaker(actor, now);
  await db().$transaction(async (tx) => {
    await mustFind(tx, actor, id, now);
    await tx.expectationVoice.createMany({
      data: [{ expectationId: id, structureId: structure.id, givenAt: now }],
      skipDuplicates: true,
    });
    await follow(tx, id, person.personId, now);
  });
}

/** Takes the voice of the actor's structure back. Harmless twice. @throws Refusal `forbidden`, `no_structure`, `not_found` */
export async function withdrawVoice(actor: Actor, { id }: ExpectationInput, now: Date): Promise<void> {
  const { structure } = speaker(actor, now);
  await db().$transaction(async (tx) => {
    await mustFind(tx, actor, id, now);
    await tx.expectationVoice.deleteMany({ where: { expectationId: id, structureId: structure.id } });
  });
}

/** Is told of what follows, or no longer. Harmless twice. @throws Refusal `forbidden`, `not_found` */
export async function followExpectation(
  actor: Actor,
  { id, isFollowed }: ExpectationInput & { isFollowed: boolean },
  now: Date,
): Promise<void> {
  authorize(actor, "read", "Expectation", now);
  if (actor.kind !== "person") return;
  await db().$transaction(async (tx) => {
    await mustFind(tx, actor, id, now);
    if (isFollowed) await follow(tx, id, actor.personId, now);
    else await tx.expectationFollow.deleteMany({ where: { expectationId: id, personId: actor.personId } });
  });
}

/** The person and the structure in whose name they speak. */
function speaker(actor: Actor, now: Date): { person: PersonActor; structure: OwnStructure } {
  authorize(actor, "voice", "Expectation", now);
  if (actor.kind !== "person" || !actor.actingFor?.isActive) {
    throw new Refusal("no_structure", "Choisissez d’abord au nom de quelle structure adhérente vous parlez.");
  }
  return { person: actor, structure: actor.actingFor };
}

async function mustFind(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  const found = await tx.expectation.findFirst({
    where: { AND: [{ id }, permitted(actor, "read", "Expectation", now)] },
    select: { id: true },
  });
  if (!found) throw new Refusal("not_found", "Cette attente n’existe pas, ou n’existe plus.");
}

async function follow(tx: Tx, expectationId: string, personId: string, now: Date): Promise<void> {
  await tx.expectationFollow.createMany({
    data: [{ expectationId, personId, followedAt: now }],
    skipDuplicates: true,
  });
}
