import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The amounts that `actor` may read: their structure's own; every member's, for the mandatary. */
export async function listPrices(actor: Actor, consortiumId: string, now: Date) {
  if (!isUuid(consortiumId)) return [];
  const rows = await db().consortiumPrice.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ consortiumId }, readable(actor, "ConsortiumPrice", now)] },
    orderBy: [{ lotId: "asc" }, { structureId: "asc" }],
    take: 1_000,
    select: {
      lotId: true,
      structureId: true,
      amountCents: true,
      seat: { select: { structure: { select: { name: true } } } },
    },
  });
  return rows.map(({ seat, ...row }) => ({ ...row, structure: seat.structure.name }));
}
