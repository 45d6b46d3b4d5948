import { randomUUID } from "node:crypto";
import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { postTender } from "#lib/tenders/commands";
import { tenderInput } from "#lib/tenders/schema";
import { actorOf } from "./cast.ts";

const made: string[] = [];

/** A notice of a test's own, posted by the demonstration's member unless said otherwise. */
export async function addTender(
  given: Record<string, unknown> = {},
  actor?: PersonActor,
  now = new Date(),
): Promise<string> {
  const id = await postTender(actor ?? (await actorOf("member")), ownTender(given), now);
  made.push(id);
  return id;
}

/** What the form of a notice sends, each with a buyer of its own. */
export function ownTender(given: Record<string, unknown> = {}) {
  return tenderInput.parse({
    buyer: `Commune d’essai ${randomUUID()}`,
    subject: "Câblage et site internet",
    procedure: "adapted",
    day: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    time: "12:00",
    rule: "not_read",
    lots: [
      { title: "Câblage", skills: "Câblage réseau et baies de brassage" },
      { title: "Site", skills: "Refonte de site" },
    ],
    ...given,
  });
}

/** The same person at their next request: their rights are read again. */
export async function again(actor: PersonActor): Promise<PersonActor> {
  const now = new Date();
  const { id } = await db().session.create({
    data: { personId: actor.personId, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
    select: { id: true },
  });
  const found = await findActor(id, now);
  if (!found) throw new Error(`${actor.email} may not come in`);
  return found;
}

/** Takes them all away again, and what was read from the BOAMP. */
export async function removeOwnTenders(): Promise<void> {
  await db().tender.updateMany({ where: { mergedIntoId: { in: made } }, data: { mergedIntoId: null } });
  await db().tender.deleteMany({ where: { id: { in: made.splice(0) } } });
}
