import { randomUUID } from "node:crypto";
import { hashPassword } from "#lib/people/passwords";
import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";

interface Given {
  password?: string;
  /** Demonstration people owe no second factor. */
  isFictional?: boolean;
  isAdministrator?: boolean;
}

/** A person of a test's own, with no right unless said otherwise. */
export async function addPerson({ password, isFictional = false, isAdministrator = false }: Given = {}) {
  return await db().person.create({
    data: {
      email: `p-${randomUUID()}@people.example`,
      firstName: "Camille",
      lastName: "Lefebvre",
      isFictional,
      passwordHash: password ? await hashPassword(password) : null,
      ...(isAdministrator ? { administrator: { create: {} } } : {}),
    },
    select: { id: true, email: true },
  });
}

/** Who they are once signed in, as the next request finds out. */
export async function actorFor(personId: string, now = new Date()): Promise<PersonActor> {
  const session = await db().session.create({
    data: { personId, createdAt: now, provenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
    select: { id: true },
  });
  const actor = await findActor(session.id, now);
  if (!actor) throw new Error(`${personId} cannot sign in`);
  return actor;
}
