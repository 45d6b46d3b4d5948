import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The subcontractors that members declared, by lot. */
export async function listSubcontractors(actor: Actor, consortiumId: string, now: Date) {
  const rows = await db().consortiumSubcontractor.findMany({
    relationLoadStrategy: "join",
    where: { bid: { consortium: { AND: [{ id: consortiumId }, readable(actor, "Consortium", now)] } } },
    orderBy: [{ bid: { lot: { number: "asc" } } }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      name: true,
      work: true,
      structureId: true,
      bid: { select: { lot: { select: { number: true } } } },
      seat: { select: { structure: { select: { name: true } } } },
    },
  });
  return rows.map(({ bid, seat, ...row }) => ({ ...row, lot: bid.lot.number, declaredBy: seat.structure.name }));
}
