import { randomUUID } from "node:crypto";
import type { AffiliationRole } from "#lib/generated/prisma/enums";
import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { addStructure } from "./own-structures.ts";

/** An address that nobody else has. */
export const someone = () => `${randomUUID()}@members.example`;

/** A structure of a test's own whose only person is its référent, signed in. */
export async function addHouse(): Promise<{
  structure: { id: string; slug: string; name: string };
  referent: PersonActor;
}> {
  const structure = await addStructure({ name: `Maison ${randomUUID()}` });
  return { structure, referent: await addPersonOf(structure.id, "primary_contact") };
}

/** A new person of that structure, signed in. */
export async function addPersonOf(structureId: string, role: AffiliationRole): Promise<PersonActor> {
  const now = new Date();
  const person = await db().person.create({
    data: {
      email: someone(),
      firstName: "Zoé",
      lastName: "Legrand",
      isFictional: true,
      affiliations: { create: { structureId, role, startsOn: new Date("2026-02-02") } },
      sessions: { create: { createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } },
    },
    select: { sessions: { select: { id: true } } },
  });
  return await signedInAs(person.sessions[0]?.id ?? "");
}

/** Who is behind a session, with the rights of now. */
export async function signedInAs(sessionId: string): Promise<PersonActor> {
  const actor = await findActor(sessionId, new Date());
  if (!actor) throw new Error("nobody is behind this session");
  return actor;
}

/** What was done about a subject, in order, as the audit log tells it. */
export async function actsOn(subjectId: string): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return entries.map(({ action }) => action);
}
