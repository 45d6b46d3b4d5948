import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { departureOf, removeFiles, vacateSeat } from "../leaving/vacating.ts";
import type { ConsortiumInput } from "../schema.ts";
import { enter, hold, noteFact, tellMembers } from "../workspace.ts";
import type { OfferLeadInput } from "./schema.ts";

/**
 * Proposes to another member to become the mandatary, or takes the proposal back: nothing changes before
 * it accepts.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen`
 */
export async function offerLead(actor: Actor, { id, structureId }: OfferLeadInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { consortium, person } = await enter(tx, actor, "lead", id, now);
    if (consortium.state !== "building") {
      throw new Refusal("consortium_is_frozen", "La réponse est déposée\u202f: son mandataire ne change plus.");
    }
    const successor = structureId
      ? await tx.consortiumSeat.findFirst({
          where: { consortiumId: id, structureId, joinedAt: { not: null }, leftAt: null },
          select: { structureId: true, structure: { select: { name: true } } },
        })
      : null;
    if (structureId && !successor) throw new Refusal("not_found", "Choisissez un membre du groupement.", "structureId");
    await tx.consortium.update({
      where: { id },
      data: { successorId: successor?.structureId ?? null },
      select: { id: true },
    });
    if (!successor) return;
    const title = `${consortium.leadStructure.name} propose à ${successor.structure.name} de devenir mandataire.`;
    await noteFact(tx, id, title, now);
    const told = { consortiumId: id, fact: `successor ${now.toISOString()}`, title, path: paths.consortiumMembers(id) };
    await tellMembers(tx, told, person, now);
  });
}

/**
 * Becomes the mandatary: because it was proposed, or because the one that led is no longer of the club.
 * Whoever leads another consortium for one of the lots cannot (art. R2142-23). The seat of a
 * former mandatary that is no longer of the club is closed.
 *
 * @throws Refusal `forbidden`, `not_found`, `lead_not_offered`, `consortium_one_lead_per_lot`
 */
export async function takeLead(actor: Actor, { id }: ConsortiumInput, now: Date): Promise<void> {
  const gone = await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { structureId, structureName, person, consortium } = await enter(tx, actor, "update", id, now);
    const { count } = await tx.consortium.updateMany({
      where: {
        id,
        leadStructureId: { not: structureId },
        state: { in: ["building", "submitted"] },
        OR: [{ state: "building", successorId: structureId }, { leadStructure: { status: { not: "active" } } }],
      },
      data: { leadStructureId: structureId, successorId: null },
    });
    if (count === 0) throw new Refusal("lead_not_offered", "Ce rôle ne vous est pas, ou plus, proposé.");
    const title = `${structureName} devient mandataire du groupement.`;
    await noteFact(tx, id, title, now);
    await tellMembers(tx, { consortiumId: id, fact: `lead ${now.toISOString()}`, title }, person, now);
    const former = await tx.structure.findFirst({
      where: { id: consortium.leadStructureId, status: { not: "active" } },
      select: { id: true, name: true },
    });
    // What was submitted keeps its members: the buyer has their names.
    if (!former || consortium.state !== "building") return [];
    return vacateSeat(tx, { id, structureId: former.id, ...departureOf(former.name) }, person, now);
  });
  await removeFiles(gone);
}
