import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { mustBeHuman } from "#lib/platform/human-form";
import { type Allowance, tryAgain } from "#lib/platform/throttle";
import { authorize } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { confirmationLetter, receiptLetter, toApplicant } from "./letters/rules.ts";
import { followToken, invitationIdOf } from "./links/rules.ts";
import { findChoices, mustNotBeMember } from "./queries.ts";
import { columnsOf, UNCONFIRMED_DAYS, usualName } from "./rules.ts";
import type { ApplicationInput } from "./schema.ts";

// A company applies once; a training room full of them, behind one address, still passes.
const SUBMISSIONS = { limit: 10, seconds: 3600 };
const RESENDS_OF_ADDRESS = { limit: 3, seconds: 3600 };
const RESENDS_OF_VISITOR = { limit: 20, seconds: 3600 };

/** The wording of the notice beside the form, changed with it. */
const NOTICE = "2026-11-24";

/**
 * Takes in an application from whoever fills the form, and writes to its first person: until that
 * address is confirmed nobody of the board sees it.
 *
 * @throws Refusal `too_many_attempts`, `not_by_a_person`, `already_member`, `unknown_choice`
 */
export async function submitApplication(
  input: ApplicationInput,
  { now, address }: { now: Date; address: string },
): Promise<void> {
  await mustBeAllowed(`join:${address}`, SUBMISSIONS, now);
  mustBeHuman(input, now);
  const { fax: _fax, opened: _opened, consent: _consent, invitation, ...content } = input;
  await mustNotBeMember(content.siret, now);
  await db().$transaction(async (tx) => {
    const invitationId = await invitationOf(tx, invitation);
    const { id, number } = await tx.membershipApplication.create({
      data: {
        ...columnsOf(content),
        submittedAt: now,
        noticeRead: NOTICE,
        ...(invitationId ? { invitationId } : {}),
        people: { create: content.people.map((person, position) => ({ ...person, position })) },
        ...(await findChoices(tx, content)),
      },
      select: { id: true, number: true },
    });
    const [referent] = content.people;
    if (!referent) throw new Error("the schema lets no application pass without anybody");
    const addressed = { number, name: usualName(content), firstName: referent.firstName, token: followToken(id) };
    await queueMail(tx, toApplicant(id, referent, "application-confirm", confirmationLetter(addressed)));
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
    await queueMail(
      tx,
      ...found.map(({ application: { id, number, confirmedAt, ...names }, ...person }) => {
        const addressed = { number, name: usualName(names), firstName: person.firstName, token: followToken(id) };
        return confirmedAt
          ? toApplicant(id, person, "application-link", receiptLetter(addressed, confirmedAt))
          : toApplicant(id, person, "application-confirm", confirmationLetter(addressed));
      }),
    );
  });
}

/**
 * Erases what has been kept long enough, with the messages about it: the audit log alone remembers
 * that it was decided. Gives how many went; harmless twice.
 *
 * @throws Refusal `forbidden`
 */
export async function eraseOldMembershipApplications(actor: Actor, now: Date): Promise<number> {
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

async function invitationOf(tx: Tx, token: string | undefined): Promise<string | null> {
  const id = token ? invitationIdOf(token) : null;
  const found = id && (await tx.prospectInvitation.findUnique({ where: { id }, select: { id: true } }));
  return found ? found.id : null;
}
