import "server-only";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";

export type ColleagueView = Awaited<ReturnType<typeof listPeople>>[number];

/** Who speaks for a structure today, référents first, for its own people. */
export async function listPeople(actor: Actor, structureId: string, now: Date) {
  return await db().affiliation.findMany({
    relationLoadStrategy: "join",
    where: { structureId, endsOn: null, structure: permitted(actor, "update", "Structure", now) },
    orderBy: [{ role: "asc" }, { person: { lastName: "asc" } }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      role: true,
      position: true,
      visibility: true,
      startsOn: true,
      person: { select: { id: true, firstName: true, lastName: true, email: true } },
    },
  });
}

/** Who no longer speaks for it, the last to leave first. */
export async function listFormerPeople(actor: Actor, structureId: string, now: Date) {
  return await db().affiliation.findMany({
    relationLoadStrategy: "join",
    where: { structureId, endsOn: { not: null }, structure: permitted(actor, "update", "Structure", now) },
    orderBy: [{ endsOn: "desc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      person: { select: { firstName: true, lastName: true } },
    },
  });
}

/** Where a person was before: their own history, whatever became of the structures. */
export async function listFormerStructures(actor: PersonActor) {
  return await db().affiliation.findMany({
    relationLoadStrategy: "join",
    where: { personId: actor.personId, endsOn: { not: null } },
    orderBy: [{ endsOn: "desc" }, { id: "asc" }],
    take: 50,
    select: { id: true, startsOn: true, endsOn: true, position: true, structure: { select: { name: true } } },
  });
}
