import "server-only";
import { countInternships } from "#lib/internships/figures/queries";
import type { Actor } from "#lib/policy/actor";
import { countFacets } from "#lib/structures/directory/queries";
import { countMembersOverTime, listRhythms } from "./dashboard/queries.ts";
import { listWaiting } from "./waiting/queries.ts";

/** All that the board's desk shows on its first page: a handful of statements, whatever waits. */
export async function getDesk(actor: Actor, now: Date) {
  const [waiting, members, { commission, city }, rhythm, internships] = await Promise.all([
    listWaiting(actor, now),
    countMembersOverTime(actor, now),
    countFacets({}),
    listRhythms(actor, now),
    countInternships(now),
  ]);
  return { waiting, members, commissions: commission, towns: city, rhythm, internships };
}
