import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/**
 * Makes the structure in whose name `actor` acts a member of a commission. Harmless twice.
 *
 * @throws Refusal `forbidden`, `no_active_structure`, `unknown_commission`
 */
export async function joinCommission(actor: Actor, { slug }: { slug: string }, now: Date): Promise<void> {
  const structureId = actingStructure(actor, now);
  const commissionId = await idOf(slug);
  await db().$transaction(async (tx) => {
    const { count } = await tx.commissionMember.createMany({
      data: { structureId, commissionId, joinedOn: columnOfDay(dayOf(now)) },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAct(tx, actor, {
      action: "join-commission",
      subject: { kind: "Structure", id: structureId },
      detail: { commission: slug },
    });
  });
}

/** The other way; harmless twice, and for a structure that never was there. */
export async function leaveCommission(actor: Actor, { slug }: { slug: string }, now: Date): Promise<void> {
  const structureId = actingStructure(actor, now);
  const commissionId = await idOf(slug);
  await db().$transaction(async (tx) => {
    const { count } = await tx.commissionMember.deleteMany({ where: { structureId, commissionId } });
    if (count === 0) return;
    await recordAct(tx, actor, {
      action: "leave-commission",
      subject: { kind: "Structure", id: structureId },
      detail: { commission: slug },
    });
  });
}

/** Never an id of the form's: only the structure that the session speaks for. */
function actingStructure(actor: Actor, now: Date): string {
  authorize(actor, "join", "CommissionMember", now);
  const structure = actor.kind === "person" ? actor.actingFor : null;
  if (!structure?.isActive) {
    throw new Refusal("no_active_structure", "La structure au nom de laquelle vous agissez n’est pas adhérente.");
  }
  return structure.id;
}

async function idOf(slug: string): Promise<string> {
  const commission = await db().commission.findUnique({ where: { slug }, select: { id: true } });
  if (!commission) throw new Refusal("unknown_commission", "Cette commission n’existe pas.");
  return commission.id;
}
