import "server-only";
import type { ProspectState } from "#lib/generated/prisma/enums";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import type { EntryInput } from "./schema.ts";

/**
 * Adds a line to the history of a prospect: where it stands now, what was said, or both.
 *
 * @throws Refusal `forbidden`, `prospect_gone`
 */
export async function noteContact(actor: Actor, { prospectId, state, note }: EntryInput, now: Date): Promise<void> {
  authorize(actor, "update", "Prospect", now);
  await db().$transaction(async (tx) => {
    const found = await tx.prospect.findUnique({ where: { id: prospectId }, select: { id: true } });
    if (!found) throw new Refusal("prospect_gone", "Cette entreprise n’est plus dans la liste.");
    await tx.prospectEntry.create({
      data: {
        prospectId,
        state: state ?? null,
        note,
        writtenAt: now,
        authorId: personIdOf(actor),
      },
      select: { id: true },
    });
    await recordAct(tx, actor, {
      action: "note-contact",
      subject: { kind: "Prospect", id: prospectId },
      detail: state ? { state } : {},
    });
  });
}

/**
 * Takes a company off the list with all that was noted of it: a mistake, or its people do not want to
 * be there (RGPD, article 21). Harmless twice.
 *
 * @throws Refusal `forbidden`
 */
export async function removeProspect(actor: Actor, { prospectId }: { prospectId: string }, now: Date): Promise<void> {
  authorize(actor, "update", "Prospect", now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.prospect.deleteMany({ where: { id: prospectId } });
    if (count > 0)
      await recordAct(tx, actor, { action: "remove-prospect", subject: { kind: "Prospect", id: prospectId } });
  });
}

/**
 * Notes, in the transaction of an application, that the prospect it comes from applied or became a
 * member. Found by the invitation, else by SIRET, else by name and postal code.
 */
export async function noteJoining(
  tx: Tx,
  application: {
    invitationId: string | null;
    siret: string | null;
    legalName: string;
    name: string;
    postalCode: string;
  },
  state: Extract<ProspectState, "applied" | "member">,
  now: Date,
): Promise<void> {
  const { invitationId, siret, legalName, name, postalCode } = application;
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM prospect p
     WHERE p.id = (SELECT i."prospectId" FROM prospect_invitation i WHERE i.id = ${invitationId}::uuid)
        OR p.siret = ${siret}
        OR (plain(p.name) IN (plain(${legalName}), plain(${name})) AND p."postalCode" = ${postalCode})
     ORDER BY p.id LIMIT 1`;
  const prospectId = found[0]?.id;
  if (!prospectId) return;
  await tx.prospectEntry.create({ data: { prospectId, state, writtenAt: now }, select: { id: true } });
}
