import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { addDays, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { countBallots, newUrn } from "../ballots/commands.ts";
import { STANCE_LABELS } from "../labels.ts";
import { ANSWERS } from "../roll/commands.ts";
import type { RollView } from "../roll/queries.ts";
import { electedAmong, isAdopted, termsOf, wouldTellBallots } from "../rules.ts";
import { lockAssembly } from "../session/commands.ts";
import type { ResolutionInput } from "./schema.ts";

/**
 * Adds something to vote on. A general assembly votes only on what it was convened for: once the notice has
 * begun to run, nothing is added; before, those called are told.
 *
 * @throws Refusal `forbidden`, `session_over`, `agenda_closed`
 */
export async function addResolution(actor: Actor, input: ResolutionInput, now: Date): Promise<void> {
  const { candidates, seats, ...resolution } = input;
  await db().$transaction(async (tx) => {
    const assembly = await lockAssembly(tx, actor, input.assemblyId, now);
    await mustStillBeOnNotice(tx, assembly, now);
    const last = await tx.resolution.findFirst({
      where: { assemblyId: input.assemblyId },
      orderBy: { position: "desc" },
      select: { position: true },
    });
    const isElection = input.kind === "election";
    const { id } = await tx.resolution.create({
      data: {
        ...resolution,
        seats: isElection ? seats : 1,
        position: (last?.position ?? 0) + 1,
        choices: { create: isElection ? namesAndBlank(candidates) : ANSWERS },
      },
      select: { id: true },
    });
    await tellCalled(tx, assembly, id, input.title, now);
    await recordAct(tx, actor, { action: "add-resolution", subject: { kind: "Event", id: assembly.eventId } });
  });
}

/** Other candidates for an election that has not begun. @throws Refusal `forbidden`, `session_over`, `vote_begun` */
export async function nameCandidates(
  actor: Actor,
  { resolutionId, candidates }: { resolutionId: string; candidates: string[] },
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { resolution, assembly } = await lockResolution(tx, actor, resolutionId, now);
    if (resolution.openedAt || resolution.kind !== "election") throw begun();
    await tx.resolutionChoice.deleteMany({ where: { resolutionId } });
    await tx.resolutionChoice.createMany({
      data: namesAndBlank(candidates).map((choice) => ({ resolutionId, ...choice })),
    });
    await recordAct(tx, actor, { action: "name-candidates", subject: { kind: "Event", id: assembly.eventId } });
  });
}

/**
 * Takes something off the list, with the ballots of a vote under way: it is then as if nobody had voted on it.
 * A vote that is closed stays.
 *
 * @throws Refusal `forbidden`, `session_over`; the constraint `resolution_is_settled`
 */
export async function withdrawResolution(actor: Actor, resolutionId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { resolution, assembly } = await lockResolution(tx, actor, resolutionId, now);
    await tx.resolution.delete({ where: { id: resolutionId }, select: { id: true } });
    const detail = { position: resolution.position, wasOpen: resolution.openedAt !== null };
    const subject = { kind: "Event", id: assembly.eventId };
    await recordAct(tx, actor, { action: "withdraw-resolution", subject, detail });
  });
}

/**
 * Opens a vote, one at a time, with the quorum of that moment. Harmless twice.
 *
 * @throws Refusal `forbidden`, `session_over`, `session_not_open`, `quorum_missing`, `vote_open`, `no_candidate`
 */
export async function openVote(actor: Actor, resolutionId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { resolution, assembly } = await lockResolution(tx, actor, resolutionId, now);
    const { id, kind, choices, isSecret } = resolution;
    if (resolution.openedAt) return;
    if (!assembly.openedAt) throw new Refusal("session_not_open", "Ouvrez d’abord la séance.");
    const { isReached, needed, present, represented } = assembly.quorum;
    if (!isReached) {
      const words = `Le quorum n’est pas atteint\u202f: ${present + represented} pour ${needed} demandés.`;
      throw new Refusal("quorum_missing", words);
    }
    const others = { assemblyId: assembly.meetingId, openedAt: { not: null }, outcome: { is: null } };
    if ((await tx.resolution.count({ where: others })) > 0) {
      throw new Refusal("vote_open", "Un autre vote est ouvert\u202f: fermez-le d’abord.");
    }
    if (kind === "election" && !choices.some(({ stance }) => stance === "candidate")) {
      throw new Refusal("no_candidate", "Personne n’est candidat.");
    }
    await tx.resolution.update({ where: { id }, data: { openedAt: now }, select: { id: true } });
    if (isSecret) await newUrn(tx, id, choices.length);
    const detail = { position: resolution.position };
    await recordAct(tx, actor, { action: "open-vote", subject: { kind: "Event", id: assembly.eventId }, detail });
  });
}

/**
 * Closes a vote and keeps its result for ever. Of two who close it at once, one does.
 *
 * @throws Refusal `forbidden`, `session_over`, `vote_not_open`, `too_few_ballots`, `urn_sealed`
 */
export async function closeVote(actor: Actor, resolutionId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { resolution, assembly } = await lockResolution(tx, actor, resolutionId, now);
    if (!resolution.openedAt || resolution.outcome) {
      throw new Refusal("vote_not_open", "Ce vote n’est pas ouvert.");
    }
    const { kind, majority, seats, choices } = resolution;
    const voted = await tx.electoralRoll.findMany({ where: { resolutionId }, select: { voterId: true } });
    const cast = voted.length;
    if (resolution.isSecret) mustTellNoBallot(assembly, voted);
    const votes = await countBallots(tx, resolution);
    const tallies = choices.map(({ id, stance }, index) => ({ id, stance, votes: votes[index] ?? 0 }));
    const candidates = tallies.filter(({ stance }) => stance === "candidate");
    const elected = electedAmong(candidates, { seats, majority, cast });
    for (const { id, votes: counted } of tallies) {
      await tx.resolutionChoice.update({
        where: { id },
        data: { votes: counted, isElected: elected.has(id) },
        select: { id: true },
      });
    }
    const of = (stance: string) => tallies.find((tally) => tally.stance === stance)?.votes ?? 0;
    const tally = { for: of("for"), against: of("against"), abstention: of("abstention") };
    const { called, present, represented, needed } = assembly.quorum;
    await tx.resolutionOutcome.create({
      data: {
        resolutionId,
        closedAt: now,
        called,
        present,
        represented,
        quorum: needed,
        cast,
        isAdopted:
          kind === "election" ? null : isAdopted(majority, tally, await presidentsVote(tx, assembly, resolution)),
      },
      select: { resolutionId: true },
    });
    const detail = { position: resolution.position };
    await recordAct(tx, actor, { action: "close-vote", subject: { kind: "Event", id: assembly.eventId }, detail });
  });
}

/** @throws Refusal `too_few_ballots` */
function mustTellNoBallot({ voters }: RollView, voted: { voterId: string }[]): void {
  const done = new Set(voted.map(({ voterId }) => voterId));
  const awaited = voters.filter(({ id, presence }) => presence !== "absent" && !done.has(id)).length;
  if (!wouldTellBallots({ cast: done.size, awaited })) return;
  throw new Refusal(
    "too_few_ballots",
    "Si peu de bulletins diraient qui a voté quoi\u202f: attendez les autres présents, ou notez ceux qui sont partis.",
  );
}

type LockedResolution = Awaited<ReturnType<typeof lockResolution>>["resolution"];

/** A resolution of an assembly that `actor` presides, held against ballots and whoever closes it. */
async function lockResolution(tx: Tx, actor: Actor, id: string, now: Date) {
  authorize(actor, "preside", "Assembly", now);
  const found = await tx.resolution.findUnique({ where: { id }, select: { assemblyId: true } });
  if (!found) throw new Refusal("not_found", "Cette résolution n’existe plus.");
  const assembly = await lockAssembly(tx, actor, found.assemblyId, now);
  await tx.$queryRaw`SELECT 1 FROM resolution WHERE id = ${id}::uuid FOR UPDATE`;
  const resolution = await tx.resolution.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      position: true,
      kind: true,
      isSecret: true,
      majority: true,
      seats: true,
      openedAt: true,
      outcome: { select: { resolutionId: true } },
      choices: { orderBy: { position: "asc" }, select: { id: true, stance: true } },
    },
  });
  if (!resolution) throw new Refusal("not_found", "Cette résolution n’existe plus.");
  return { resolution, assembly };
}

/** What whoever presides the club answered, where it decides a tie; null elsewhere, and of a secret vote. */
async function presidentsVote(tx: Tx, assembly: RollView, { id, isSecret }: LockedResolution) {
  if (!assembly.presidentDecidesTies || isSecret) return null;
  const ballot = await tx.openBallot.findFirst({
    where: {
      resolutionId: id,
      voter: {
        person: {
          mandates: { some: { function: "president", ...inForceOn(dayOf(assembly.startsAt)) } },
        },
      },
    },
    select: { choice: { select: { stance: true } } },
  });
  return ballot?.choice.stance ?? null;
}

/** @throws Refusal `agenda_closed` */
async function mustStillBeOnNotice(tx: Tx, { kind, startsAt, meetingId }: RollView, now: Date): Promise<void> {
  if (kind === "board") return;
  const { firstCallId } = await tx.assembly.findUniqueOrThrow({ where: { meetingId }, select: { firstCallId: true } });
  const { noticeDays } = termsOf(await tx.assemblyRules.findUniqueOrThrow({ where: { kind } }), firstCallId !== null);
  if (dayOf(now) <= addDays(dayOf(startsAt), -noticeDays)) return;
  throw new Refusal(
    "agenda_closed",
    `Une assemblée ne vote que sur ce pour quoi elle a été convoquée\u202f: à moins de ${noticeDays} jours, rien ne s’ajoute.`,
  );
}

async function tellCalled(tx: Tx, assembly: RollView, resolutionId: string, title: string, now: Date): Promise<void> {
  if (assembly.kind === "board") return;
  const { event, invitations } = await tx.meeting.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: assembly.meetingId },
    select: { event: { select: { slug: true, title: true } }, invitations: { select: { personId: true } } },
  });
  await notify(
    tx,
    invitations.map(({ personId }) => ({
      personId,
      kind: "assembly-agenda",
      fact: `resolution ${resolutionId}`,
      title: `«\u202f${title}\u202f» sera mis au vote\u202f: ${event.title}.`,
      path: paths.assembly(event.slug),
    })),
    now,
  );
}

function namesAndBlank(names: string[]) {
  return [
    ...names.map((label, position) => ({ position, stance: "candidate" as const, label })),
    { position: names.length, stance: "blank" as const, label: STANCE_LABELS.blank },
  ];
}

function begun(): Refusal {
  return new Refusal("vote_begun", "Ce vote a commencé\u202f: ses candidats ne changent plus.");
}
