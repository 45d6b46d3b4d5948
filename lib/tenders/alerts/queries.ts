import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** Of which new notices the actor is told; until they choose, référents are, by the skills of their structure. */
export async function findAlerts(actor: Actor, now: Date) {
  if (actor.kind !== "person") return null;
  const kept = await db().tenderAlert.findFirst({
    where: { AND: [{ personId: actor.personId }, readable(actor, "TenderAlert", now)] },
    select: { ownSkills: true, skills: true, cpvPrefixes: true, departments: true },
  });
  const isReferent = actor.structures.some(({ role, isActive }) => isActive && role === "primary_contact");
  return kept ?? { ownSkills: isReferent, skills: [], cpvPrefixes: [], departments: [] };
}
