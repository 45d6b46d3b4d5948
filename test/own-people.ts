import { randomUUID } from "node:crypto";
import type { AffiliationRole } from "#lib/generated/prisma/enums";
import { hashPassword } from "#lib/people/passwords";
import { findActor } from "#lib/people/queries";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { addStructure } from "./own-structures.ts";

interface Given {
  password?: string;
  /** Demonstration people, as these are unless said otherwise, owe no second factor. */
  isFictional?: boolean;
  isAdministrator?: boolean;
  /** Ids of the structures they belong to since the beginning of the year. */
  structures?: string[];
  lastName?: string;
}

/** A person of a test's own, with no right unless said otherwise. */
export async function addPerson({
  password,
  isFictional = true,
  isAdministrator = false,
  structures = [],
  lastName = "Lefebvre",
}: Given = {}) {
  return await db().person.create({
    data: {
      email: `p-${randomUUID()}@people.example`,
      firstName: "Camille",
      lastName,
      isFictional,
      passwordHash: password ? await hashPassword(password) : null,
      ...(isAdministrator ? { administrator: { create: {} } } : {}),
      affiliations: {
        // The first person of a structure is its référent: the database keeps it so.
        create: structures.map((structureId) => ({
          structureId,
          role: "primary_contact" as const,
          startsOn: columnOfDay("2026-01-05"),
        })),
      },
    },
    select: { id: true, email: true },
  });
}

/** Who they are once signed in, as the next request finds out, with the rights they have at `now`. */
export async function actorFor(personId: string, now = new Date()): Promise<PersonActor> {
  return await signedInAs(await openSession(personId, now), now);
}

/** The id of a session just opened: what it is worth later is asked of `findActor`. */
export async function openSession(personId: string, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + 400 * 86_400_000);
  const data = { personId, createdAt: now, provenAt: now, expiresAt };
  return (await db().session.create({ data, select: { id: true } })).id;
}

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
export async function signedInAs(sessionId: string, now = new Date()): Promise<PersonActor> {
  const actor = await findActor(sessionId, now);
  if (!actor) throw new Error("nobody is behind this session");
  return actor;
}

/** What was done about a subject, in order, as the audit log tells it. */
export async function actsOn(subjectId: string): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return entries.map(({ action }) => action);
}

/** The kinds of messages queued for a person so far. */
export async function mailKindsTo(personId: string): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { personId }, select: { kind: true }, orderBy: { id: "asc" } });
  return mails.map(({ kind }) => kind);
}
