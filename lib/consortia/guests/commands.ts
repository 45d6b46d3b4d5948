import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, mayStillInvite, noteFact, recordInWorkspace, workspaceMail } from "../workspace.ts";
import type { InviteGuestInput, RevokeGuestInput } from "./schema.ts";

/**
 * Lets whoever has an account at this address read the workspace, but for prices and confidential folders, as
 * long as the inviting member is in. The answer is the same when nobody has: who has an account is nobody's
 * business. The log says that it was done, and by which member.
 *
 * @throws Refusal `forbidden`, `not_found`, `too_many_invitations`; `consortium_guest_once`
 */
export async function inviteGuest(actor: Actor, { id, email }: InviteGuestInput, now: Date): Promise<void> {
  await mayStillInvite(actor, id, { to: email, field: "email" }, now);
  await db().$transaction(async (tx) => {
    const { person, structureId, structureName } = await enter(tx, actor, "update", id, now);
    // What a member who is no more of the club gave is worth nothing: it is not in the way of another's.
    await tx.consortiumGuest.updateMany({
      where: { consortiumId: id, email, revokedAt: null, seat: { structure: { status: { not: "active" } } } },
      data: { revokedAt: now, email: "" },
    });
    const guest = await tx.person.findFirst({
      where: { email, erasedAt: null, suspension: { is: null } },
      select: { id: true, email: true, firstName: true, lastName: true },
    });
    await tx.consortiumGuest.create({
      data: {
        consortiumId: id,
        structureId,
        email,
        personId: guest?.id ?? null,
        invitedById: person.personId,
        since: now,
      },
      select: { id: true },
    });
    await noteFact(tx, id, `${structureName} donne accès en lecture à une personne invitée.`, now);
    await recordInWorkspace(tx, id);
    if (!guest) return;
    await queueMail(
      tx,
      workspaceMail(guest, "On vous ouvre un espace de travail", [
        {
          text: `${person.name}, ${of(structureName)}, vous invite à lire un espace de travail. Les prix n’y figurent pas.`,
        },
        { action: { label: "Ouvrir l’espace", path: paths.consortium(id) } },
      ]),
    );
  });
}

/** Takes the access back, at once. Harmless twice. @throws Refusal `forbidden`, `not_found` */
export async function revokeGuest(actor: Actor, { id, guestId }: RevokeGuestInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { structureName } = await enter(tx, actor, "update", id, now);
    const { count } = await tx.consortiumGuest.updateMany({
      where: { id: guestId, consortiumId: id, revokedAt: null },
      data: { revokedAt: now, email: "" },
    });
    if (count > 0) await noteFact(tx, id, `${structureName} retire l’accès d’une personne invitée.`, now);
  });
}
