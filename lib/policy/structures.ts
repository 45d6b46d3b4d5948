import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Active structures are public. A structure is edited by its own people, imported by the operator. The
 * board keeps the register of all of them (`oversee`) and settles who is a member.
 */
export function structureRules(can: Rule, actor: Actor): void {
  can("read", "Structure", { status: "active" });
  if (actor.kind === "system") {
    can(["read", "import", "export"], "Structure");
  }
  if (actor.kind !== "person") return;
  const own = actor.structures.map((structure) => structure.id);
  if (own.length > 0) can(["read", "update"], "Structure", { id: { in: own } });
  if (actor.boardFunctions.length > 0) can(["read", "update", "export", "oversee"], "Structure");
}
