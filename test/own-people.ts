import { randomUUID } from "node:crypto";
import { findActor } from "#lib/people/queries";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";

interface Given {
  /** Ids of the structures they belong to. */
  structures?: string[];
  lastName?: string;
}

/** A person of a test's own, of these structures since the beginning of the year. */
export async function addPerson({ structures = [], lastName = "Essai" }: Given = {}) {
  const email = `${randomUUID()}@people.example`;
  return await db().person.create({
    data: {
      email,
      firstName: "Camille",
      lastName,
      isFictional: true,
      affiliations: {
        create: structures.map((structureId) => ({ structureId, startsOn: columnOfDay("2026-01-05") })),
      },
    },
    select: { id: true, email: true },
  });
}

/** The actor behind a session just opened for a person, with the rights they have at `now`. */
export async function actorFor(personId: string, now = new Date()): Promise<PersonActor> {
  const actor = await findActor(await openSession(personId, now), now);
  if (!actor) throw new Error("nobody is behind this session");
  return actor;
}

/** The id of a session just opened: what it is worth later is asked of `findActor`. */
export async function openSession(personId: string, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + 400 * 86_400_000);
  const { id } = await db().session.create({ data: { personId, createdAt: now, expiresAt }, select: { id: true } });
  return id;
}

/** The kinds of messages queued for a person so far. */
export async function mailKindsTo(personId: string): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { personId }, select: { kind: true }, orderBy: { id: "asc" } });
  return mails.map(({ kind }) => kind);
}

/** What the audit log says was done about a subject. */
export async function actionsOn(subjectId: string): Promise<string[]> {
  const entries = await db().auditEntry.findMany({
    where: { subjectId },
    select: { action: true },
    orderBy: { id: "asc" },
  });
  return entries.map(({ action }) => action);
}
