import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { FORM_LABELS } from "./labels.ts";
import type { ConsortiumTermsInput, OpenConsortiumInput } from "./schema.ts";
import { planOf } from "./tasks/rules.ts";
import { enter, noteFact, recordInWorkspace, tellMembers } from "./workspace.ts";

/**
 * Opens a consortium led by the structure in whose name the actor speaks, for lots of a tender that can
 * still be answered, with the tasks that its procedure asks for. Gives its id.
 *
 * @throws Refusal `forbidden`, `not_found`, `tender_is_over`, `consortium_one_lead_per_lot`
 */
export async function openConsortium(actor: Actor, input: OpenConsortiumInput, now: Date): Promise<string> {
  authorize(actor, "join", "Consortium", now);
  const own = actor.kind === "person" ? actor.actingFor : null;
  if (!own?.isActive) throw new Refusal("forbidden", "Seule une structure adhérente peut ouvrir un groupement.");
  return db().$transaction(async (tx) => {
    const tender = await tx.tender.findFirst({
      where: { AND: [{ id: input.tenderId, mergedIntoId: null }, readable(actor, "Tender", now)] },
      select: {
        respondBefore: true,
        withdrawnAt: true,
        procedure: true,
        lots: { where: { id: { in: input.lots }, withdrawnAt: null }, select: { id: true } },
      },
    });
    if (!tender || tender.lots.length !== new Set(input.lots).size) {
      throw new Refusal("not_found", "Cet appel d’offres ou l’un de ses lots n’existe plus.", "lots");
    }
    if (tender.withdrawnAt || tender.respondBefore <= now) {
      throw new Refusal("tender_is_over", "On ne peut plus répondre à cet appel d’offres.");
    }
    const { id } = await tx.consortium.create({
      data: {
        tenderId: input.tenderId,
        leadStructureId: own.id,
        form: input.form,
        justification: input.justification,
        openedAt: now,
        deadlineTold: tender.respondBefore,
        seats: { create: { structureId: own.id, invitedAt: now, joinedAt: now, agreedAt: now } },
      },
      select: { id: true },
    });
    await tx.consortiumLot.createMany({ data: tender.lots.map((lot) => ({ consortiumId: id, lotId: lot.id })) });
    await tx.consortiumTask.createMany({
      data: planOf(tender.procedure, { isLead: true }).map((task) => ({
        ...task,
        consortiumId: id,
        ownerStructureId: own.id,
        changedAt: now,
      })),
    });
    await noteFact(tx, id, `${own.name} ouvre le groupement et en est mandataire.`, now);
    await recordInWorkspace(tx, id);
    return id;
  });
}

/**
 * Changes the form or the reasons, while the answer is being built. Another form binds each member
 * otherwise: everybody's agreement is asked again.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen`
 */
export async function changeTerms(actor: Actor, { id, ...terms }: ConsortiumTermsInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { consortium, person } = await enter(tx, actor, "lead", id, now);
    await tx.consortium.update({ where: { id }, data: terms, select: { id: true } });
    if (consortium.form === terms.form) return;
    const text = `Forme du groupement\u202f: ${FORM_LABELS[terms.form]}. L’accord de chaque membre est à redonner.`;
    await noteFact(tx, id, text, now);
    await tellMembers(tx, { consortiumId: id, fact: `form ${now.toISOString()}`, title: text }, person, now);
  });
}
