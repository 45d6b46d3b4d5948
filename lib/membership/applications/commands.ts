import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { absolute, paths } from "#lib/platform/paths";
import { type Allowance, tryAgain } from "#lib/platform/throttle";
import { authorize } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { noteJoining } from "../prospects/commands.ts";
import { answerLetter, boardLetter, confirmationLetter, receiptLetter, withdrawalLetter } from "./letters/rules.ts";
import { applicationIdOf, followToken, invitationIdOf, shownAt } from "./links/rules.ts";
import { findMemberBySiret, getOpenApplication, listBoardRecipients } from "./queries.ts";
import { erasedOn, isUnhurried, UNCONFIRMED_DAYS, usualName } from "./rules.ts";
import type { AnswerInput, ApplicationContent, ApplicationInput, CorrectionInput } from "./schema.ts";

// A company applies once; a training room full of them, behind one address, still passes.
const SUBMISSIONS = { limit: 10, seconds: 3600 };
const RESENDS_OF_ADDRESS = { limit: 3, seconds: 3600 };
const RESENDS_OF_VISITOR = { limit: 20, seconds: 3600 };

/** The wording of the notice beside the form, changed with it. */
const NOTICE = "2026-11-24";

const NOT_THERE = "Cette demande n’existe plus\u202f: déposez-en une autre.";

/**
 * Takes in an application from whoever fills the form, and writes to its first person: until that
 * address is confirmed nobody of the board sees it.
 *
 * @throws Refusal `too_many_attempts`, `looks_automatic`, `too_quick`, `already_member`, `unknown_choice`
 */
export async function submitApplication(
  input: ApplicationInput,
  { now, address }: { now: Date; address: string },
): Promise<void> {
  await mustBeAllowed(`join:${address}`, SUBMISSIONS, now);
  if (input.fax)
    throw new Refusal(
      "looks_automatic",
      "Un champ caché a été rempli par votre navigateur\u202f: renvoyez le formulaire.",
    );
  if (!isUnhurried(shownAt(input.begun), now)) {
    throw new Refusal("too_quick", "Le formulaire est parti trop vite. Relisez-le, puis renvoyez-le.");
  }
  await mustNotBeMember(input.siret, now);
  await db().$transaction(async (tx) => {
    const invitation = await invitationOf(tx, input.invitation);
    const { id, number } = await tx.membershipApplication.create({
      data: {
        ...columnsOf(input),
        submittedAt: now,
        noticeRead: NOTICE,
        ...(invitation ? { invitationId: invitation } : {}),
        people: { create: input.people.map((person, position) => ({ ...person, position })) },
        ...(await choicesOf(tx, input)),
      },
      select: { id: true, number: true },
    });
    await sendConfirmation(tx, [{ id, number, name: usualName(input), person: input.people[0] }]);
    await recordAct(tx, visitor, { action: "submit-application", subject: { kind: "MembershipApplication", id } });
  });
}

/**
 * Sends the private links again, to an address that applications under way were made with. Says
 * nothing of whether there were any.
 *
 * @throws Refusal `too_many_attempts`
 */
export async function resendLinks(email: string, { now, address }: { now: Date; address: string }): Promise<void> {
  await mustBeAllowed(`join-link-from:${address}`, RESENDS_OF_VISITOR, now);
  await mustBeAllowed(`join-link:${email}`, RESENDS_OF_ADDRESS, now);
  await db().$transaction(async (tx) => {
    const found = await tx.membershipApplicant.findMany({
      relationLoadStrategy: "join",
      where: { email, position: 0, application: { closure: null } },
      orderBy: { application: { submittedAt: "desc" } },
      take: 5,
      select: {
        firstName: true,
        lastName: true,
        email: true,
        application: { select: { id: true, number: true, legalName: true, tradeName: true, confirmedAt: true } },
      },
    });
    const applications = found.map(({ application, ...person }) => ({
      ...application,
      name: usualName(application),
      person,
    }));
    await sendConfirmation(
      tx,
      applications.filter(({ confirmedAt }) => !confirmedAt),
    );
    for (const { id, number, name, person, confirmedAt } of applications) {
      if (confirmedAt)
        await sendTo(
          tx,
          id,
          person,
          "application-link",
          receiptLetter({ number, name, firstName: person.firstName, token: followToken(id) }, confirmedAt),
        );
    }
  });
}

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
    await sendTo(
      tx,
      id,
      referent,
      "application-received",
      receiptLetter({ number, name, firstName: referent.firstName, token }, now),
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
        ...(await choicesOf(tx, input)),
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
    await sendTo(
      tx,
      id,
      referent,
      "application-withdrawn",
      withdrawalLetter({ number, name, firstName: referent.firstName, token }),
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

/**
 * Erases what has been kept long enough, with the messages about it: the audit log alone remembers
 * that it was decided. Gives how many went; harmless twice.
 *
 * @throws Refusal `forbidden`
 */
export async function eraseOldApplications(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "erase", "MembershipApplication", now);
  return await db().$transaction(async (tx) => {
    const old = await tx.membershipApplication.findMany({
      where: {
        OR: [
          { closure: { erasesOn: { lte: columnOfDay(dayOf(now)) } } },
          { confirmedAt: null, submittedAt: { lt: new Date(now.getTime() - UNCONFIRMED_DAYS * 86_400_000) } },
        ],
      },
      orderBy: { submittedAt: "asc" },
      take: 1_000,
      select: { id: true },
    });
    const ids = old.map(({ id }) => id);
    await tx.mail.deleteMany({ where: { subjectKind: "MembershipApplication", subjectId: { in: ids } } });
    await tx.membershipApplication.deleteMany({ where: { id: { in: ids } } });
    if (ids.length > 0) {
      await recordAct(tx, actor, {
        action: "erase-applications",
        subject: { kind: "MembershipApplication" },
        detail: { erased: ids.length },
      });
    }
    return ids.length;
  });
}

async function mustBeAllowed(key: string, allowance: Allowance, now: Date): Promise<void> {
  if (await tryAgain(key, allowance, now)) return;
  throw new Refusal("too_many_attempts", "Trop d’envois en peu de temps. Réessayez dans une heure.");
}

async function mustNotBeMember(siret: string | null, now: Date): Promise<void> {
  const member = siret ? await findMemberBySiret(siret, now) : null;
  if (!member) return;
  throw new Refusal(
    "already_member",
    `Cette structure est déjà adhérente, voyez sa fiche\u202f: ${absolute(paths.member(member.slug))}. Son référent peut vous y inviter.`,
  );
}

async function openByToken(tx: Tx, token: string) {
  const id = applicationIdOf(token);
  const application = id && (await getOpenApplication(tx, id));
  if (!application) throw new Refusal("application_gone", NOT_THERE);
  return application;
}

async function invitationOf(tx: Tx, token: string | undefined): Promise<string | null> {
  const id = token ? invitationIdOf(token) : null;
  const found = id && (await tx.prospectInvitation.findUnique({ where: { id }, select: { id: true } }));
  return found ? found.id : null;
}

function columnsOf({ people: _people, skills: _skills, commissions: _commissions, ...input }: ApplicationContent) {
  const {
    siret,
    legalName,
    tradeName,
    kind,
    address,
    postalCode,
    city,
    website,
    phone,
    ownSkills,
    description,
    motivation,
  } = input;
  return {
    siret,
    legalName,
    tradeName,
    kind,
    address,
    postalCode,
    city,
    website,
    phone,
    ownSkills,
    description,
    motivation,
  };
}

/** What was ticked, as rows; a box that the form does not have was slipped in. */
async function choicesOf(tx: Tx, input: ApplicationContent) {
  const skills = await tx.skill.findMany({ where: { slug: { in: input.skills } }, select: { id: true } });
  const commissions = await tx.commission.findMany({
    where: { slug: { in: input.commissions } },
    select: { id: true },
  });
  if (skills.length < new Set(input.skills).size) {
    throw new Refusal("unknown_choice", "Une des compétences n’existe pas.", "skills");
  }
  if (commissions.length < new Set(input.commissions).size) {
    throw new Refusal("unknown_choice", "Une des commissions n’existe pas.", "commissions");
  }
  return {
    skills: { create: skills.map(({ id }) => ({ skillId: id })) },
    commissions: { create: commissions.map(({ id }) => ({ commissionId: id })) },
  };
}

interface Recipient {
  firstName: string;
  lastName: string;
  email: string;
}

async function sendConfirmation(
  tx: Tx,
  applications: { id: string; number: number; name: string; person: Recipient | undefined }[],
) {
  for (const { id, number, name, person } of applications) {
    if (!person) continue;
    await sendTo(
      tx,
      id,
      person,
      "application-confirm",
      confirmationLetter({ number, name, firstName: person.firstName, token: followToken(id) }),
    );
  }
}

async function sendTo(
  tx: Tx,
  id: string,
  { email, firstName, lastName }: Recipient,
  kind: string,
  message: Parameters<typeof queueMail>[1]["message"],
) {
  await queueMail(tx, {
    kind,
    to: { address: email, name: `${firstName} ${lastName}` },
    message,
    about: { kind: "MembershipApplication", id },
    // Its link reads, corrects and withdraws the application.
    isSecret: true,
  });
}
