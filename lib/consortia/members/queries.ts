import "server-only";
import { db } from "#lib/platform/db";
import { can, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The members of the club that can still be invited, by name. */
export async function listInvitable(actor: Actor, consortiumId: string, now: Date) {
  if (!can(actor, "lead", "Consortium", now)) return [];
  const consortium = await db().consortium.findFirst({
    where: { AND: [{ id: consortiumId }, permitted(actor, "lead", "Consortium", now)] },
    select: { seats: { where: { declinedAt: null, leftAt: null }, take: 1_000, select: { structureId: true } } },
  });
  if (!consortium) return [];
  return db().structure.findMany({
    where: { status: "active", id: { notIn: consortium.seats.map(({ structureId }) => structureId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1_000,
    select: { id: true, name: true },
  });
}
