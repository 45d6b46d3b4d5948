import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { queueMail } from "#lib/mail/outbox";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { signedToken } from "#lib/platform/tokens";
import type { Actor } from "#lib/policy/actor";
import { listCircle } from "../../circle/queries.ts";
import { BOARD, LINKS } from "../../rules.ts";
import { type Asked, pollMail } from "../labels.ts";
import { lockPoll } from "../queries.ts";
import { type PollAddress, pollOver } from "../rules.ts";

/** Nobody is reminded twice in a day, in hours. */
const REMINDER_HOURS = 20;

/**
 * Writes again to those who have not answered, and for the first time to who joined meanwhile; gives
 * how many. Nobody is written to twice in a day.
 *
 * @throws Refusal `forbidden`, `poll_over`, `nobody_silent`
 */
export async function remindVoters(actor: Actor, pollId: string, now: Date): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing) throw pollOver();
    const people = await listCircle(tx, poll.commission.id, now);
    await tx.pollInvitation.createMany({
      data: people.map(({ id: personId }) => ({ pollId, personId, invitedAt: now })),
      skipDuplicates: true,
    });
    if ((await askSilent(tx, pollId, "poll-reminder", now)) === 0) {
      throw new Refusal("nobody_silent", "Tout le monde a répondu, ou a été relancé depuis moins d’un jour.");
    }
    return { commission: poll.commission.slug, id: pollId };
  });
}

/**
 * Gives somebody a new link, and sends it; the one before is worth nothing from now on.
 *
 * @throws Refusal `forbidden`, `poll_over`
 */
export async function renewPollLink(
  actor: Actor,
  { pollId, invitationId }: { pollId: string; invitationId: string },
  now: Date,
): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing) throw pollOver();
    await tx.pollInvitation.updateMany({
      where: { id: invitationId, pollId },
      data: { linkVersion: { increment: 1 } },
    });
    await ask(tx, pollId, "poll-open", { id: invitationId }, now);
    return { commission: poll.commission.slug, id: pollId };
  });
}

/** Writes to those who have answered no date that still stands. */
export async function askSilent(
  tx: Tx,
  pollId: string,
  kind: "poll-open" | "poll-reminder",
  now: Date,
): Promise<number> {
  const silent = { person: { pollAnswers: { none: { slot: { pollId, withdrawnAt: null } } } } };
  const recently = new Date(now.getTime() - REMINDER_HOURS * 3_600_000);
  const rested = { OR: [{ remindedAt: null }, { remindedAt: { lt: recently } }] };
  return ask(tx, pollId, kind, { AND: [silent, rested] }, now);
}

async function ask(
  tx: Tx,
  pollId: string,
  kind: "poll-open" | "poll-reminder",
  whom: Prisma.PollInvitationWhereInput,
  now: Date,
): Promise<number> {
  const { commission, ...asking } = await tx.poll.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: pollId },
    select: {
      id: true,
      title: true,
      description: true,
      deadline: true,
      commission: { select: { id: true, slug: true, name: true } },
      slots: { where: { withdrawnAt: null }, orderBy: { startsAt: "asc" }, select: { startsAt: true, endsAt: true } },
    },
  });
  const poll = { ...asking, commission: commission ?? BOARD };
  const circle = new Map((await listCircle(tx, poll.commission.id, now)).map((person) => [person.id, person]));
  const invitations = await tx.pollInvitation.findMany({
    where: { AND: [{ pollId }, whom] },
    orderBy: { id: "asc" },
    select: { id: true, linkVersion: true, personId: true },
  });
  const asked = invitations.flatMap(({ id, linkVersion, personId }): Asked[] => {
    const person = circle.get(personId);
    if (!person) return [];
    const { email, firstName, lastName } = person;
    return [{ token: signedToken(LINKS.poll, `${id}.${linkVersion}`), personId, email, firstName, lastName }];
  });
  await queueMail(tx, ...asked.map((person) => pollMail(poll, person, kind)));
  await tx.pollInvitation.updateMany({
    where: { pollId, personId: { in: asked.map(({ personId }) => personId) } },
    data: { remindedAt: now },
  });
  return asked.length;
}
