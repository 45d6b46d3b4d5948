import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, noteFact, recordInWorkspace, workspaceMail } from "../workspace.ts";
import type { InviteGuestInput, RevokeGuestInput } from "./schema.ts";

/**
 * Lets somebody who has an account read the workspace, but for prices and confidential folders. The log
 * says that it was done, and by which member.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_guest_once`
 */
export async function inviteGuest(actor: Actor, { id, email }: InviteGuestInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person, structureName } = await enter(tx, actor, "update", id, now);
    const guest = await tx.person.findFirst({
      where: { email: email.toLowerCase(), erasedAt: null, suspension: { is: null } },
      select: { id: true, email: true, firstName: true, lastName: true },
    });
    if (!guest) throw new Refusal("not_found", "Personne n’a de compte à cette adresse.", "email");
    await tx.consortiumGuest.create({
      data: { consortiumId: id, personId: guest.id, invitedById: person.personId, since: now },
      select: { id: true },
    });
    await noteFact(tx, id, `${structureName} donne accès en lecture à une personne invitée.`, now);
    await queueMail(
      tx,
      workspaceMail(guest, "On vous ouvre un espace de travail", [
        {
          text: `${person.name}, de ${structureName}, vous invite à lire un espace de travail. Les prix n’y figurent pas.`,
        },
        { action: { label: "Ouvrir l’espace", path: paths.consortium(id) } },
      ]),
    );
    await recordInWorkspace(tx, id);
  });
}

/** Takes the access back, at once. Harmless twice. @throws Refusal `forbidden`, `not_found` */
export async function revokeGuest(actor: Actor, { id, guestId }: RevokeGuestInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { structureName } = await enter(tx, actor, "update", id, now);
    const { count } = await tx.consortiumGuest.updateMany({
      where: { id: guestId, consortiumId: id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) await noteFact(tx, id, `${structureName} retire l’accès d’une personne invitée.`, now);
  });
}
