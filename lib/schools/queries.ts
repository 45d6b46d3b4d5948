import "server-only";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { schoolOf } from "./rules.ts";

/** The school in whose name `actor` acts, with its code when it has one; null when there is no school. */
export async function findOwnSchool(actor: PersonActor, now: Date) {
  const school = schoolOf(actor);
  if (!school) return null;
  authorize(actor, "read", "School", now);
  const kept = await db().school.findUnique({
    where: { structureId: school.id },
    select: { code: true, emailDomain: true },
  });
  return { id: school.id, name: school.name, code: kept?.code ?? null, emailDomain: kept?.emailDomain ?? null };
}
