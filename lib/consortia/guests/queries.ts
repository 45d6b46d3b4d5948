import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The addresses that were invited in to read, and may still: by nobody's name, so that none is learnt from one. */
export async function listGuests(actor: Actor, id: string, now: Date) {
  const rows = await db().consortiumGuest.findMany({
    relationLoadStrategy: "join",
    where: {
      revokedAt: null,
      seat: { structure: { status: "active" } },
      consortium: { AND: [{ id }, readable(actor, "Consortium", now)] },
    },
    orderBy: { since: "asc" },
    take: 100,
    select: { id: true, since: true, email: true, seat: { select: { structure: { select: { name: true } } } } },
  });
  return rows.map(({ seat, ...row }) => ({ ...row, invitedFor: seat.structure.name }));
}
