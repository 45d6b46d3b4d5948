import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The notice's lots that the mandatary may choose among: those that still stand, and those already answered. */
export async function listLotChoices(actor: Actor, consortiumId: string, now: Date) {
  if (!isUuid(consortiumId)) return [];
  const rows = await db().tenderLot.findMany({
    relationLoadStrategy: "join",
    where: {
      tender: { consortia: { some: { AND: [{ id: consortiumId }, permitted(actor, "lead", "Consortium", now)] } } },
      OR: [{ withdrawnAt: null }, { bids: { some: { consortiumId } } }],
    },
    orderBy: { number: "asc" },
    take: 200,
    select: {
      id: true,
      number: true,
      title: true,
      withdrawnAt: true,
      bids: { where: { consortiumId }, take: 1, select: { lotId: true } },
    },
  });
  return rows.map(({ bids, withdrawnAt, ...lot }) => ({
    ...lot,
    isAnswered: bids.length > 0,
    isWithdrawn: withdrawnAt !== null,
  }));
}
