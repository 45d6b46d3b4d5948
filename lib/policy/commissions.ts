import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Commissions and mandates are public; the board appoints, and the operator its first president. A
 * mandate's file is open to its holder, from the day they are appointed, and to the board. The people of an
 * active structure make it join and leave commissions.
 */
export function commissionRules(can: Rule, actor: Actor): void {
  can("read", "Commission");
  can("read", "Mandate");
  if (actor.kind === "system") can(["appoint", "remind"], "Mandate");
  if (actor.kind !== "person") return;
  can("handOver", "Mandate", { personId: actor.personId });
  if (actor.boardFunctions.length > 0) can(["appoint", "handOver"], "Mandate");
  const structures = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (structures.length > 0) can(["read", "join"], "CommissionMember", { structureId: { in: structures } });
}
