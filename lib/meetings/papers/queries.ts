import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import type { Actor } from "#lib/policy/actor";
import { seenBy } from "../agenda/queries.ts";

/** Where a paper lies and what it is; null for whoever is not of its meeting. */
export async function findPaper(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  return db().meetingPaper.findFirst({
    where: { id, meeting: seenBy(actor, now) },
    select: { name: true, mediaType: true, key: true },
  });
}
