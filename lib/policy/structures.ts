import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Active structures are public. A structure is edited by its own people, imported by the operator.
 * Who speaks for it (`staff`: invitations, roles, departures) is decided by its référents, and by the
 * board where they are gone.
 */
export function structureRules(can: Rule, actor: Actor): void {
  can("read", "Structure", { status: "active" });
  if (actor.kind === "system") {
    can(["read", "import", "export"], "Structure");
  }
  if (actor.kind !== "person") return;
  const own = actor.structures.map((structure) => structure.id);
  if (own.length > 0) can(["read", "update"], "Structure", { id: { in: own } });
  const asReferent = actor.structures.filter(({ role }) => role === "primary_contact").map(({ id }) => id);
  if (asReferent.length > 0) can("staff", "Structure", { id: { in: asReferent } });
  if (actor.boardFunctions.length > 0) can(["read", "update", "staff", "export"], "Structure");
}
