import "server-only";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** The member school whose addresses the actor's ends like, when none follows them yet; null: none. */
export async function findProposedSchool(actor: PersonActor, now: Date): Promise<{ id: string; name: string } | null> {
  authorize(actor, "update", "Student", now);
  if (actor.schoolId) return null;
  const school = await db().school.findFirst({
    where: { emailDomain: domainOf(actor.email), structure: { status: "active" } },
    select: { structure: { select: { id: true, name: true } } },
  });
  return school?.structure ?? null;
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}
