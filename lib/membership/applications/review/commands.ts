import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { admitMember } from "../../admission/commands.ts";
import { questionLetter, refusalLetter, toApplicant } from "../letters/rules.ts";
import { followToken } from "../links/rules.ts";
import { getOpenApplication } from "../queries.ts";
import { erasedOn } from "../rules.ts";
import type { CommentInput, QuestionInput, RefusalInput, VoteInput } from "./schema.ts";

// Of two hundred who accept at once, one goes on and the others wait for their turn to be told.
const PATIENT = { maxWait: 30_000, timeout: 30_000 };

/**
 * Says something to the rest of the board; also after the decision.
 *
 * @throws Refusal `forbidden`, `application_gone`
 */
export async function commentApplication(actor: Actor, { id, text }: CommentInput, now: Date): Promise<void> {
  const { personId } = mustSit(actor, now);
  await db().$transaction(async (tx) => {
    const found = await tx.membershipApplication.findFirst({
      where: { id, confirmedAt: { not: null } },
      select: { id: true },
    });
    if (!found) throw gone();
    await tx.membershipComment.create({
      data: { applicationId: id, authorId: personId, writtenAt: now, text },
      select: { id: true },
    });
    await recordAct(tx, actor, { action: "comment-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Gives or changes one's own vote, until the application is closed.
 *
 * @throws Refusal `forbidden`, `application_gone`, `application_closed`
 */
export async function voteOnApplication(actor: Actor, { id, opinion }: VoteInput, now: Date): Promise<void> {
  const { personId } = mustSit(actor, now);
  await db().$transaction(async (tx) => {
    await openForBoard(tx, id);
    await tx.membershipVote.upsert({
      where: { applicationId_personId: { applicationId: id, personId } },
      create: { applicationId: id, personId, opinion, castAt: now },
      update: { opinion, castAt: now },
      select: { personId: true },
    });
    await recordAct(tx, actor, { action: "vote-on-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Asks the applicant to say more: the application waits for the answer.
 *
 * @throws Refusal `forbidden`, `application_gone`, `application_closed`
 */
export async function askApplicant(actor: Actor, { id, text }: QuestionInput, now: Date): Promise<void> {
  const { personId } = mustSit(actor, now);
  await db().$transaction(async (tx) => {
    const { number, name, referent } = await openForBoard(tx, id);
    await tx.membershipQuestion.create({
      data: { applicationId: id, askedById: personId, askedAt: now, text },
      select: { id: true },
    });
    const addressed = { number, name, firstName: referent.firstName, token: followToken(id) };
    await queueMail(tx, toApplicant(id, referent, "application-question", questionLetter(addressed, text)));
    await recordAct(tx, actor, { action: "ask-applicant", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Makes the applicant a member, with its place in the directory, its commissions and its référent
 * invited; all of it once, however many accept at the same time.
 *
 * @throws Refusal `forbidden`, `application_gone`, `application_closed`, `already_member`
 */
export async function acceptApplication(actor: Actor, { id }: { id: string }, now: Date): Promise<{ slug: string }> {
  const board = mustSit(actor, now);
  return await db().$transaction(async (tx) => {
    await openForBoard(tx, id);
    // First of all: whoever closed it at the same time is found here by the database itself.
    await close(tx, board, { applicationId: id, outcome: "accepted" }, now);
    const member = await admitMember(tx, board, id, now);
    await tx.membershipClosure.update({
      where: { applicationId: id },
      data: { structureId: member.id },
      select: { applicationId: true },
    });
    await recordAct(tx, actor, {
      action: "accept-application",
      subject: { kind: "MembershipApplication", id },
      detail: { structureId: member.id },
    });
    return { slug: member.slug };
  }, PATIENT);
}

/**
 * Says no, and why, to the applicant.
 *
 * @throws Refusal `forbidden`, `application_gone`, `application_closed`
 */
export async function refuseApplication(actor: Actor, { id, reason }: RefusalInput, now: Date): Promise<void> {
  const board = mustSit(actor, now);
  await db().$transaction(async (tx) => {
    const { number, name, referent } = await openForBoard(tx, id);
    await close(tx, board, { applicationId: id, outcome: "refused", reason }, now);
    const addressed = { number, name, firstName: referent.firstName, token: followToken(id) };
    await queueMail(tx, toApplicant(id, referent, "application-refused", refusalLetter(addressed, reason)));
    await recordAct(tx, actor, { action: "refuse-application", subject: { kind: "MembershipApplication", id } });
  }, PATIENT);
}

function mustSit(actor: Actor, now: Date): PersonActor {
  authorize(actor, "decide", "MembershipApplication", now);
  if (actor.kind !== "person") throw new Refusal("forbidden", "Seul un membre du comité directeur peut faire cela.");
  return actor;
}

async function openForBoard(tx: Tx, id: string) {
  const application = await getOpenApplication(tx, id);
  if (!application?.confirmedAt) throw gone();
  return application;
}

async function close(
  tx: Tx,
  { personId }: PersonActor,
  closure: { applicationId: string; outcome: "accepted" | "refused"; reason?: string },
  now: Date,
) {
  await tx.membershipClosure.create({
    data: {
      ...closure,
      closedAt: now,
      closedById: personId,
      erasesOn: columnOfDay(erasedOn(closure.outcome, dayOf(now))),
    },
    select: { applicationId: true },
  });
}

function gone(): Refusal {
  return new Refusal("application_gone", "Cette demande n’existe pas ou n’existe plus.");
}
