import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { NotedRefusal } from "#lib/platform/errors";
import { type Intention, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/**
 * The structure that a form names, when `actor` may do this to it. The id of another's, slipped into
 * the form, is refused, and the attempt noted in the audit log.
 *
 * @throws Refusal `forbidden`
 */
export async function claimStructure(
  actor: Actor,
  intention: Intention,
  structureId: string,
  now: Date,
): Promise<{ id: string; slug: string; name: string }> {
  const structure = await db().structure.findFirst({
    where: { AND: [{ id: structureId }, permitted(actor, intention, "Structure", now)] },
    select: { id: true, slug: true, name: true },
  });
  if (structure) return structure;
  await recordAct(db(), actor, {
    action: "refuse-structure",
    subject: { kind: "Structure", id: structureId },
    detail: { intention },
  });
  throw new NotedRefusal("forbidden", "Vous n’avez pas ce droit pour cette structure. Rien n’a changé.");
}
