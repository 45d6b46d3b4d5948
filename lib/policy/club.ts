import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** The club presents itself to everybody; its settings belong to the board and the administrators. */
export function clubRules(can: Rule, actor: Actor): void {
  can("read", "Club");
  if (actor.kind === "system") can("update", "Club");
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0) can("update", "Club");
  if (actor.isAdministrator) can("administer", "Club");
}
