import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * A structure's dues are its own people's to read, member or lapsed, and the board's. The president and
 * the treasurer collect them; the board sets the schedule.
 */
export function dueRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can(["read", "collect"], "FeeCall");
  if (actor.kind === "system") can("read", "FeeRate");
  if (actor.kind !== "person") return;
  const own = actor.structures.map(({ id }) => id);
  if (own.length > 0) {
    can("read", "FeeCall", { structureId: { in: own } });
    can("read", "FeeRate");
  }
  if (actor.boardFunctions.length > 0) {
    can(["read", "oversee"], "FeeCall");
    can(["read", "update"], "FeeRate");
  }
  if (actor.boardFunctions.some((held) => held === "president" || held === "treasurer")) can("collect", "FeeCall");
}
