import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { visitor } from "#lib/policy/actor";
import { noteJoining } from "../../prospects/commands.ts";
import { answerLetter, boardLetter, receiptLetter, toApplicant, withdrawalLetter } from "../letters/rules.ts";
import { applicationIdOf } from "../links/rules.ts";
import { findChoices, getOpenApplication, listBoardRecipients, mustNotBeMember } from "../queries.ts";
import { columnsOf, erasedOn } from "../rules.ts";
import type { AnswerInput, CorrectionInput } from "../schema.ts";

/**
 * The address is the applicant's own: the board is told. Harmless twice.
 *
 * @throws Refusal `application_gone`, `application_closed`
 */
export async function confirmApplication(token: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const application = await openByToken(tx, token);
    if (application.confirmedAt) return;
    const { id, number, name, referent } = application;
    await tx.membershipApplication.update({ where: { id }, data: { confirmedAt: now }, select: { id: true } });
    await queueMail(
      tx,
      toApplicant(
        id,
        referent,
        "application-received",
        receiptLetter({ number, name, firstName: referent.firstName, token }, now),
      ),
    );
    const board = await listBoardRecipients(tx, now);
    await queueMail(
      tx,
      ...board.map(({ to, greeting }) => ({
        kind: "application-new",
        to,
        message: boardLetter({ number, name }, id, greeting),
        about: { kind: "MembershipApplication", id },
      })),
    );
    await noteJoining(tx, application, "applied", now);
    await recordAct(tx, visitor, { action: "confirm-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Puts right what was said. The first person's address stays: it is the one that was confirmed.
 *
 * @throws Refusal `application_gone`, `application_closed`, `already_member`, `unknown_choice`
 */
export async function correctApplication({ token, ...input }: CorrectionInput, now: Date): Promise<void> {
  await mustNotBeMember(input.siret, now);
  await db().$transaction(async (tx) => {
    const { id, referent } = await openByToken(tx, token);
    const ofApplication = { where: { applicationId: id } };
    await tx.membershipApplicant.deleteMany(ofApplication);
    await tx.membershipSkill.deleteMany(ofApplication);
    await tx.membershipCommission.deleteMany(ofApplication);
    await tx.membershipApplication.update({
      where: { id },
      data: {
        ...columnsOf(input),
        people: {
          create: input.people.map((person, position) => ({
            ...person,
            position,
            ...(position === 0 ? { email: referent.email } : {}),
          })),
        },
        ...(await findChoices(tx, input)),
      },
      select: { id: true },
    });
    await recordAct(tx, visitor, { action: "correct-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * The applicant gives up.
 *
 * @throws Refusal `application_gone`, `application_closed`
 */
export async function withdrawApplication(token: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id, number, name, referent } = await openByToken(tx, token);
    await tx.membershipClosure.create({
      data: {
        applicationId: id,
        outcome: "withdrawn",
        closedAt: now,
        erasesOn: columnOfDay(erasedOn("withdrawn", dayOf(now))),
      },
      select: { applicationId: true },
    });
    await queueMail(
      tx,
      toApplicant(
        id,
        referent,
        "application-withdrawn",
        withdrawalLetter({ number, name, firstName: referent.firstName, token }),
      ),
    );
    await recordAct(tx, visitor, { action: "withdraw-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Answers a question of the board; whoever asked it is told.
 *
 * @throws Refusal `application_gone`, `application_closed`, `question_answered`
 */
export async function answerQuestion({ token, questionId, answer }: AnswerInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id, name } = await openByToken(tx, token);
    const { count } = await tx.membershipQuestion.updateMany({
      where: { id: questionId, applicationId: id, answer: null },
      data: { answer, answeredAt: now },
    });
    if (count === 0) throw new Refusal("question_answered", "Cette question a déjà sa réponse.");
    const { askedBy } = await tx.membershipQuestion.findUniqueOrThrow({
      where: { id: questionId },
      select: { askedBy: { select: { id: true, email: true, firstName: true, lastName: true } } },
    });
    if (askedBy) {
      await queueMail(tx, {
        kind: "application-answered",
        to: { address: askedBy.email, name: `${askedBy.firstName} ${askedBy.lastName}`, personId: askedBy.id },
        message: answerLetter({ name }, id, answer, askedBy.firstName),
        about: { kind: "MembershipApplication", id },
      });
    }
    await recordAct(tx, visitor, { action: "answer-question", subject: { kind: "MembershipApplication", id } });
  });
}

async function openByToken(tx: Tx, token: string) {
  const id = applicationIdOf(token);
  const application = id && (await getOpenApplication(tx, id));
  if (!application) {
    throw new Refusal("application_gone", "Cette demande n’existe plus\u202f: déposez-en une autre.");
  }
  return application;
}
