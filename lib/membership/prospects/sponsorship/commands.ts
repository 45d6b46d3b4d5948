import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { tryAgain } from "#lib/platform/throttle";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { invitationToken } from "../../applications/links/rules.ts";
import { invitationLetter, SETTLED } from "./rules.ts";
import type { AcquaintanceInput, InvitationInput } from "./schema.ts";

// A member invites whom they know, not a file of addresses.
const INVITATIONS = { limit: 20, seconds: 24 * 3600 };

/**
 * Says that one knows somebody at a prospect's, or not any more. Harmless twice.
 *
 * @throws Refusal `forbidden`, `prospect_gone`
 */
export async function markAcquaintance(
  actor: PersonActor,
  { prospectId, knows }: Pick<AcquaintanceInput, "prospectId" | "knows">,
  now: Date,
): Promise<void> {
  authorize(actor, "sponsor", "Prospect", now);
  const { personId } = actor;
  await db().$transaction(async (tx) => {
    const found = await tx.prospect.findUnique({ where: { id: prospectId }, select: { id: true } });
    if (!found) throw gone();
    const { count } =
      knows === "oui"
        ? await tx.prospectAcquaintance.createMany({
            data: [{ prospectId, personId, since: now }],
            skipDuplicates: true,
          })
        : await tx.prospectAcquaintance.deleteMany({ where: { prospectId, personId } });
    if (count > 0) {
      await recordAct(tx, actor, {
        action: "mark-acquaintance",
        subject: { kind: "Prospect", id: prospectId },
        detail: { knows },
      });
    }
  });
}

/**
 * Invites somebody of a prospect to apply: once per address, whoever asks.
 *
 * @throws Refusal `forbidden`, `prospect_gone`, `too_many_attempts`, `prospect_settled`, or the constraint `prospect_invitation_once`
 */
export async function inviteProspect(
  actor: PersonActor,
  { prospectId, name, email, message }: InvitationInput,
  now: Date,
): Promise<void> {
  authorize(actor, "sponsor", "Prospect", now);
  if (!(await tryAgain(`invite-prospect:${actor.personId}`, INVITATIONS, now))) {
    throw new Refusal("too_many_attempts", "Vingt invitations par jour au plus. Reprenez demain.");
  }
  await db().$transaction(async (tx) => {
    const prospect = await tx.prospect.findUnique({ where: { id: prospectId }, select: { name: true, state: true } });
    if (!prospect) throw gone();
    if (SETTLED.some((state) => state === prospect.state)) {
      throw new Refusal(
        "prospect_settled",
        "Cette entreprise a déjà répondu au club\u202f: parlez-en au comité directeur.",
      );
    }
    const { personId } = actor;
    const { id } = await tx.prospectInvitation.create({
      data: { prospectId, invitedById: personId, toAddress: email, toName: name, sentAt: now },
      select: { id: true },
    });
    await tx.prospectAcquaintance.createMany({ data: [{ prospectId, personId, since: now }], skipDuplicates: true });
    await tx.prospectEntry.create({
      data: { prospectId, state: "invited", note: `${name} est invité·e.`, writtenAt: now, authorId: personId },
      select: { id: true },
    });
    const sponsor = { name: actor.name, structure: actor.actingFor?.name ?? "TacTic" };
    await queueMail(tx, {
      kind: "prospect-invitation",
      to: { address: email, name },
      message: invitationLetter({ name, company: prospect.name, message }, sponsor, invitationToken(id)),
      about: { kind: "Prospect", id: prospectId },
      isSecret: true,
    });
    await recordAct(tx, actor, { action: "invite-prospect", subject: { kind: "Prospect", id: prospectId } });
  });
}

function gone(): Refusal {
  return new Refusal("prospect_gone", "Cette entreprise n’est plus dans la liste.");
}
