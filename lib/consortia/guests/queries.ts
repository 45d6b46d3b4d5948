import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** Who was invited in to read, and may still. */
export async function listGuests(actor: Actor, id: string, now: Date) {
  const rows = await db().consortiumGuest.findMany({
    relationLoadStrategy: "join",
    where: { revokedAt: null, consortium: { AND: [{ id }, readable(actor, "Consortium", now)] } },
    orderBy: { since: "asc" },
    take: 100,
    select: { id: true, since: true, person: { select: { firstName: true, lastName: true } } },
  });
  return rows.map(({ person, ...row }) => ({ ...row, name: `${person.firstName} ${person.lastName}` }));
}
