import "server-only";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, hold, noteFact, recordInWorkspace, tellMembers } from "../workspace.ts";
import type { ChooseLotsInput } from "./schema.ts";

/**
 * Says for which lots the answer is, while it is built. Of a lot that is let go, parts, offers, prices and
 * subcontractors go too, and whoever had a part of it is asked to agree anew.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen`, `consortium_one_lead_per_lot`
 */
export async function chooseLots(actor: Actor, { id, lots }: ChooseLotsInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { consortium, person } = await enter(tx, actor, "lead", id, now);
    if (consortium.state !== "building") {
      throw new Refusal("consortium_is_frozen", "La réponse est déposée\u202f: ses lots ne changent plus.");
    }
    const all = await tx.tenderLot.findMany({
      where: { tenderId: consortium.tender.id },
      orderBy: { number: "asc" },
      take: 400,
      select: {
        id: true,
        number: true,
        withdrawnAt: true,
        bids: { where: { consortiumId: id }, select: { lotId: true } },
      },
    });
    const chosen = new Set(lots);
    const added = all.filter((lot) => chosen.has(lot.id) && lot.bids.length === 0);
    const gone = all.filter((lot) => !chosen.has(lot.id) && lot.bids.length > 0);
    if (added.some(({ withdrawnAt }) => withdrawnAt) || lots.some((lotId) => !all.some((lot) => lot.id === lotId))) {
      throw new Refusal("not_found", "L’un de ces lots n’existe plus\u202f: rechargez la page.", "lots");
    }
    if (added.length + gone.length === 0) return;
    await letGo(
      tx,
      id,
      gone.map((lot) => lot.id),
    );
    await tx.consortiumLot.createMany({ data: added.map((lot) => ({ consortiumId: id, lotId: lot.id })) });
    const title = `Les lots de la réponse ont changé\u202f: ${[...phrase("ajouté", added), ...phrase("retiré", gone)].join(", ")}.`;
    await noteFact(tx, id, title, now);
    const told = { consortiumId: id, fact: `lots ${now.toISOString()}`, title, path: paths.consortiumMembers(id) };
    await tellMembers(tx, told, person, now);
    await recordInWorkspace(tx, id);
  });
}

async function letGo(tx: Tx, consortiumId: string, lotIds: string[]): Promise<void> {
  const where = { consortiumId, lotId: { in: lotIds } };
  await tx.consortiumOffer.deleteMany({ where });
  await tx.consortiumPrice.deleteMany({ where });
  await tx.consortiumSubcontractor.deleteMany({ where });
  await tx.consortiumMember.deleteMany({ where });
  await tx.consortiumLot.deleteMany({ where });
}

function phrase(verb: string, lots: { number: number }[]): string[] {
  if (lots.length === 0) return [];
  const numbers = formatList(lots.map(({ number }) => String(number)));
  return [lots.length === 1 ? `lot ${numbers} ${verb}` : `lots ${numbers} ${verb}s`];
}
