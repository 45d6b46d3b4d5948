import "server-only";
import { getClub } from "#lib/club/queries";
import { dayOf } from "#lib/platform/dates";
import type { Actor } from "#lib/policy/actor";
import { findPapers } from "../queries.ts";
import { dc2Paper } from "./documents.ts";
import type { Consultation } from "./rules.ts";

/**
 * A draft of one's own DC2, for a consultation or for none in particular; null without an active structure. Of the
 * structure in whose name the actor speaks, or of the one given, when it is theirs.
 */
export async function findDc2Draft(actor: Actor, consultation: Consultation | null, now: Date, structureId?: string) {
  const papers = await findPapers(actor, now, structureId);
  return papers && dc2Paper(await getClub(), { papers, consultation, day: dayOf(now) });
}
