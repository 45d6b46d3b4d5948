import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { dayOf, formatInstant } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { syncVoters } from "../roll/commands.ts";
import { listOwnVotes, loadRoll, type RollView } from "../roll/queries.ts";
import type { PresenceInput } from "./schema.ts";

/** How long before its hour people may say that they are there, and the session be opened. */
const EARLY_MS = 60 * 60_000;

/**
 * The assembly that `actor` presides, held against whoever presides it too.
 *
 * @throws Refusal `forbidden`, `not_found`, `session_over`
 */
export async function lockAssembly(tx: Tx, actor: Actor, assemblyId: string, now: Date): Promise<RollView> {
  authorize(actor, "preside", "Assembly", now);
  await tx.$queryRaw`SELECT 1 FROM assembly WHERE "meetingId" = ${assemblyId}::uuid FOR UPDATE`;
  if ((await tx.assembly.count({ where: { meetingId: assemblyId } })) === 0) {
    throw new Refusal("not_found", "Cette séance n’existe pas.");
  }
  const roll = await loadRoll(tx, assemblyId);
  if (roll.isCancelled) throw new Refusal("session_over", "Cette séance est annulée.");
  if (roll.closedAt) throw new Refusal("session_over", "Cette séance est close.");
  return roll;
}

/**
 * Opens the session: the list of voters is that of today and does not change any more, nor do the proxies, but
 * for those of people who come. Harmless twice.
 *
 * @throws Refusal `forbidden`, `session_over`, `too_early`
 */
export async function openSession(actor: Actor, assemblyId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { openedAt, startsAt, endsAt, eventId } = await lockAssembly(tx, actor, assemblyId, now);
    if (openedAt) return;
    mustBeNear(startsAt, now);
    if (dayOf(now) > dayOf(endsAt)) throw new Refusal("session_over", "Le jour de cette séance est passé.");
    await syncVoters(tx, assemblyId, now);
    await tx.assembly.update({
      where: { meetingId: assemblyId },
      data: { openedAt: now, presidedById: personIdOf(actor) },
      select: { meetingId: true },
    });
    await recordAct(tx, actor, { action: "open-session", subject: { kind: "Event", id: eventId } });
  });
}

/**
 * "Je suis là": somebody who votes at this assembly has come, and takes back the proxy that they gave.
 * Harmless twice.
 *
 * @throws Refusal `forbidden`, `session_over`, `too_early`
 */
export async function checkIn(actor: Actor, assemblyId: string, now: Date): Promise<void> {
  if (actor.kind !== "person") throw strangers();
  await db().$transaction(async (tx) => {
    const own = await listOwnVotes(tx, actor, assemblyId, now);
    if (own.length === 0) throw strangers();
    const { startsAt, closedAt, isCancelled } = await loadRoll(tx, assemblyId);
    if (closedAt || isCancelled) throw new Refusal("session_over", "Cette séance est close.");
    mustBeNear(startsAt, now);
    await notePerson(tx, assemblyId, actor.personId);
  });
}

/**
 * The chair notes that a voter is there, or is not any more. What they have voted stays.
 *
 * @throws Refusal `forbidden`, `session_over`, `too_early`, `nobody_speaks`
 */
export async function notePresence(
  actor: Actor,
  { assemblyId, voterId, isPresent }: PresenceInput,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { voters, startsAt } = await lockAssembly(tx, actor, assemblyId, now);
    mustBeNear(startsAt, now);
    const people = voters.find(({ id }) => id === voterId)?.people ?? [];
    const [first] = people;
    if (!first) throw new Refusal("nobody_speaks", "Personne ne parle pour ce votant.");
    if (isPresent) await notePerson(tx, assemblyId, first);
    else {
      await tx.attendance.updateMany({
        where: { meetingId: assemblyId, personId: { in: people }, state: "present" },
        data: { state: "absent" },
      });
    }
  });
}

/**
 * Lifts a session that too few have joined: it may be convened a second time.
 *
 * @throws Refusal `forbidden`, `session_over`, `session_not_open`, `quorum_reached`, `vote_open`
 */
export async function adjournSession(actor: Actor, assemblyId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { openedAt, quorum, eventId } = await lockAssembly(tx, actor, assemblyId, now);
    if (!openedAt) throw new Refusal("session_not_open", "Ouvrez d’abord la séance.");
    if (quorum.isReached) throw new Refusal("quorum_reached", "Le quorum est atteint\u202f: la séance peut voter.");
    await mustHaveNoOpenVote(tx, assemblyId);
    await tx.assembly.update({
      where: { meetingId: assemblyId },
      data: { closedAt: now, lackedQuorum: true },
      select: { meetingId: true },
    });
    const { called, present, represented, needed } = quorum;
    const detail = { called, present, represented, needed };
    await recordAct(tx, actor, { action: "adjourn-session", subject: { kind: "Event", id: eventId }, detail });
  });
}

/**
 * Closes the session and tells everybody called that the results are there.
 *
 * @throws Refusal `forbidden`, `session_over`, `session_not_open`, `vote_open`
 */
export async function closeSession(actor: Actor, assemblyId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { openedAt, eventId } = await lockAssembly(tx, actor, assemblyId, now);
    if (!openedAt) throw new Refusal("session_not_open", "Ouvrez d’abord la séance.");
    await mustHaveNoOpenVote(tx, assemblyId);
    await tx.assembly.update({
      where: { meetingId: assemblyId },
      data: { closedAt: now },
      select: { meetingId: true },
    });
    const { event, invitations } = await tx.meeting.findUniqueOrThrow({
      relationLoadStrategy: "join",
      where: { id: assemblyId },
      select: { event: { select: { slug: true, title: true } }, invitations: { select: { personId: true } } },
    });
    await notify(
      tx,
      invitations.map(({ personId }) => ({
        personId,
        kind: "assembly-results",
        fact: `assembly ${assemblyId} results`,
        title: `Les résultats des votes de «\u202f${event.title}\u202f» sont publiés.`,
        path: paths.assembly(event.slug),
      })),
      now,
    );
    await recordAct(tx, actor, { action: "close-session", subject: { kind: "Event", id: eventId } });
  });
}

async function notePerson(tx: Tx, meetingId: string, personId: string): Promise<void> {
  await tx.attendance.upsert({
    where: { meetingId_personId: { meetingId, personId } },
    create: { meetingId, personId, state: "present" },
    update: { state: "present" },
    select: { state: true },
  });
}

async function mustHaveNoOpenVote(tx: Tx, assemblyId: string): Promise<void> {
  const open = { assemblyId, openedAt: { not: null }, outcome: { is: null } };
  if ((await tx.resolution.count({ where: open })) > 0) {
    throw new Refusal("vote_open", "Un vote est ouvert\u202f: fermez-le d’abord.");
  }
}

function mustBeNear(startsAt: Date, now: Date): void {
  const from = new Date(startsAt.getTime() - EARLY_MS);
  if (now < from) throw new Refusal("too_early", `C’est trop tôt\u202f: revenez le ${formatInstant(from)}.`);
}

function strangers(): Refusal {
  return new Refusal("forbidden", "Vous ne votez pas à cette séance.");
}
