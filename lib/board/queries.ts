import "server-only";
import { countInternships } from "#lib/internships/figures/queries";
import { listRhythms } from "#lib/meetings/queries";
import type { Actor } from "#lib/policy/actor";
import { countFacets } from "#lib/structures/directory/queries";
import { countMembersOverTime, listDrawnRhythms } from "./dashboard/queries.ts";
import { listWaiting } from "./waiting/queries.ts";

/** All that the board's desk shows on its first page: a handful of statements, whatever waits. */
export async function getDesk(actor: Actor, now: Date) {
  const rhythms = await listRhythms(now);
  const [waiting, members, { commission, city }, rhythm, internships] = await Promise.all([
    listWaiting(actor, rhythms, now),
    countMembersOverTime(actor, now),
    countFacets({}),
    listDrawnRhythms(actor, rhythms, now),
    countInternships(now),
  ]);
  return { waiting, members, commissions: commission, towns: city, rhythm, internships };
}
