import "server-only";
import { db } from "#lib/platform/db";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { EXPORTED, rowOf } from "./rules.ts";
import type { MemberRow } from "./schema.ts";

/** Every structure that `actor` may export, as rows of a file, by name and postal code. */
export async function exportMembers(actor: Actor, now: Date): Promise<MemberRow[]> {
  authorize(actor, "export", "Structure", now);
  const structures = await db().structure.findMany({
    relationLoadStrategy: "join",
    where: readable(actor, "Structure", now),
    orderBy: [{ name: "asc" }, { postalCode: "asc" }, { id: "asc" }],
    select: EXPORTED,
  });
  return structures.map(rowOf);
}
