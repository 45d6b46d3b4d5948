import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

export type HandView = Awaited<ReturnType<typeof listHands>>[number];

/** The hands raised for a tender, the first first: none for whoever did not raise one there. */
export async function listHands(actor: Actor, tenderId: string, now: Date) {
  if (!isUuid(tenderId)) return [];
  const ownId = actor.kind === "person" ? actor.actingFor?.id : undefined;
  const rows = await db().tenderHand.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ tenderId }, readable(actor, "TenderHand", now)] },
    orderBy: [{ raisedAt: "asc" }, { structureId: "asc" }],
    take: 100,
    select: {
      structureId: true,
      references: true,
      capacity: true,
      raisedAt: true,
      raisedBy: { select: { firstName: true, lastName: true, email: true } },
      structure: { select: { name: true, slug: true } },
      lots: {
        select: { lotId: true, role: true, lot: { select: { number: true } } },
        orderBy: { lot: { number: "asc" } },
      },
    },
  });
  return rows.map(({ structureId, ...row }) => ({ ...row, structureId, isOwn: structureId === ownId }));
}

/** What the structure that the actor acts for said when it raised its hand; null when it did not. */
export async function findOwnHand(actor: Actor, tenderId: string, now: Date) {
  if (!isUuid(tenderId) || actor.kind !== "person" || !actor.actingFor) return null;
  return db().tenderHand.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [{ tenderId, structureId: actor.actingFor.id }, permitted(actor, "update", "TenderHand", now)],
    },
    select: { references: true, capacity: true, lots: { select: { lotId: true, role: true } } },
  });
}
