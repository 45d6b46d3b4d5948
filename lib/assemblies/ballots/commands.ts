import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { listOwnVotes, loadRoll, voicesOf } from "../roll/queries.ts";
import { faultOf } from "../rules.ts";
import { addToUrn, sealUrn, unsealUrn } from "./rules.ts";
import type { CastInput, HandsInput } from "./schema.ts";

/**
 * Casts the ballots of somebody who is there: their own, and those of the absent who gave them their proxy.
 * Each vote is cast once, whoever casts it first. Of a secret one nothing is kept but that it was cast: the
 * answer only adds to sealed sums.
 *
 * @throws Refusal `forbidden`, `not_present`, `vote_not_open`, `wrong_ballot`, `urn_sealed`; the constraint `electoral_roll_once`
 */
export async function castBallots(actor: Actor, { resolutionId, ballots }: CastInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const resolution = await holdOpenVote(tx, resolutionId);
    const { assemblyId } = resolution;
    const [roll, own] = [await loadRoll(tx, assemblyId), await listOwnVotes(tx, actor, assemblyId, now)];
    const voices = new Set(voicesOf(actor, roll, own).map(({ id }) => id));
    if (!ballots.every(({ voterId }) => voices.has(voterId))) {
      // A voice of one's own is lost by leaving, or by a proxy taken back: no attempt at somebody else's.
      const isOwn = ballots.every(({ voterId }) => voices.has(voterId) || own.includes(voterId));
      throw isOwn
        ? new Refusal("not_present", "Vous n’êtes pas noté présent\u202f: faites-le noter avant de voter.")
        : new Refusal("forbidden", "Cette voix n’est pas la vôtre, ou ne l’est plus.");
    }
    await deposit(tx, resolution, ballots);
  });
}

/**
 * What the chair saw of a show of hands: the answer of each who stands apart, then that of all the others who are
 * there or represented. Those who have voted already are left alone. Never of a secret vote.
 *
 * @throws Refusal `forbidden`, `not_present`, `vote_not_open`, `secret_vote`, `wrong_ballot`, `nobody_left`
 */
export async function recordHands(actor: Actor, { resolutionId, hands, others }: HandsInput, now: Date): Promise<void> {
  authorize(actor, "preside", "Assembly", now);
  await db().$transaction(async (tx) => {
    const resolution = await holdOpenVote(tx, resolutionId);
    if (resolution.isSecret) {
      throw new Refusal("secret_vote", "Un vote secret ne se compte pas à main levée.");
    }
    const { voters, eventId } = await loadRoll(tx, resolution.assemblyId);
    const cast = await tx.electoralRoll.findMany({ where: { resolutionId }, select: { voterId: true } });
    const done = new Set(cast.map(({ voterId }) => voterId));
    const apart = new Map(hands.map(({ voterId, choiceId }) => [voterId, choiceId]));
    const ballots = voters
      .filter(({ id, presence }) => presence !== "absent" && !done.has(id))
      .flatMap(({ id }) => {
        const choiceId = apart.get(id) ?? others;
        return choiceId ? [{ voterId: id, choiceIds: [choiceId] }] : [];
      });
    if (ballots.length === 0) throw new Refusal("nobody_left", "Aucune main n’est notée.", "others");
    await deposit(tx, resolution, ballots);
    const subject = { kind: "Event", id: eventId };
    await recordAct(tx, actor, { action: "record-hands", subject, detail: { ballots: ballots.length } });
  });
}

/** An empty urn, for a secret vote that opens. */
export async function newUrn(tx: Tx, resolutionId: string, choices: number): Promise<void> {
  const sealed = sealUrn(
    resolutionId,
    Array.from({ length: choices }, () => 0),
  );
  await tx.secretUrn.create({ data: { resolutionId, sealed }, select: { resolutionId: true } });
}

/** The votes of each choice, in their order, when a vote is closed; the urn of a secret one is thrown away. */
export async function countBallots(
  tx: Tx,
  { id, isSecret, choices }: { id: string; isSecret: boolean; choices: { id: string }[] },
): Promise<number[]> {
  if (isSecret) {
    const sums = await openUrn(tx, id);
    await tx.secretUrn.delete({ where: { resolutionId: id }, select: { resolutionId: true } });
    return sums;
  }
  const counted = await tx.openBallot.groupBy({ by: ["choiceId"], where: { resolutionId: id }, _count: true });
  return choices.map((choice) => counted.find(({ choiceId }) => choiceId === choice.id)?._count ?? 0);
}

type OpenVote = Awaited<ReturnType<typeof holdOpenVote>>;

/** A vote that is open and stays so until this transaction ends: its closing waits. */
async function holdOpenVote(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM resolution WHERE id = ${id}::uuid FOR SHARE`;
  const resolution = await tx.resolution.findFirst({
    relationLoadStrategy: "join",
    where: { id, openedAt: { not: null }, outcome: { is: null } },
    select: {
      id: true,
      assemblyId: true,
      isSecret: true,
      seats: true,
      choices: { orderBy: { position: "asc" }, select: { id: true, stance: true } },
    },
  });
  if (!resolution) throw new Refusal("vote_not_open", "Ce vote n’est pas ouvert, ou ne l’est plus.");
  return resolution;
}

async function deposit(
  tx: Tx,
  { id: resolutionId, isSecret, seats, choices }: OpenVote,
  ballots: CastInput["ballots"],
): Promise<void> {
  const chosen = ballots.map(({ choiceIds }) =>
    [...new Set(choiceIds)].map((id) => choices.findIndex((one) => one.id === id)),
  );
  for (const indexes of chosen) {
    const picked = indexes.flatMap((index) => choices[index] ?? []);
    const fault = picked.length < indexes.length ? "Cette réponse n’est pas de ce vote." : faultOf(picked, seats);
    if (fault) throw new Refusal("wrong_ballot", fault, "ballots");
  }
  // First, so that of two who cast the same vote the second is refused before it adds to anything.
  await tx.electoralRoll.createMany({ data: ballots.map(({ voterId }) => ({ resolutionId, voterId })) });
  if (isSecret) {
    const sums = chosen.reduce(addToUrn, await openUrn(tx, resolutionId));
    await tx.secretUrn.update({
      where: { resolutionId },
      data: { sealed: sealUrn(resolutionId, sums) },
      select: { resolutionId: true },
    });
    return;
  }
  await tx.openBallot.createMany({
    data: ballots.flatMap(({ voterId, choiceIds }) =>
      [...new Set(choiceIds)].map((choiceId) => ({ resolutionId, voterId, choiceId })),
    ),
  });
}

/** The sums of a secret vote, held until this transaction ends. @throws Refusal `urn_sealed` */
async function openUrn(tx: Tx, resolutionId: string): Promise<number[]> {
  await tx.$queryRaw`SELECT 1 FROM secret_urn WHERE "resolutionId" = ${resolutionId}::uuid FOR UPDATE`;
  const { sealed } = await tx.secretUrn.findUniqueOrThrow({ where: { resolutionId }, select: { sealed: true } });
  const sums = unsealUrn(resolutionId, sealed);
  if (sums) return sums;
  const words = "Le secret du portail a changé\u202f: l’urne ne s’ouvre plus. Retirez ce vote et recommencez-le.";
  throw new Refusal("urn_sealed", words);
}
