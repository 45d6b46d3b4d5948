import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Tenders are the members' own: people of active structures read them, post them and may answer them. A
 * hand raised is seen by those who raised theirs on the same tender, and by nobody else: neither the board
 * nor an administrator. What a structure thinks of a tender is seen by its people alone.
 */
export function tenderRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("import", "Tender");
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0) can(["read", "settle"], "BoampNotice");
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length === 0) return;
  can(["read", "publish"], "Tender");
  can("update", "Tender", { postedForId: { in: own } });
  // What was imported is nobody's: any member puts it right.
  can("update", "Tender", { postedForId: null });
  can("read", "TenderHand", { tenderId: { in: actor.raisedHands } });
  can("update", "TenderHand", { structureId: { in: own } });
  can(["read", "update"], "TenderAssessment", { structureId: { in: own } });
  can(["read", "update"], "TenderAlert", { personId: actor.personId });
}
