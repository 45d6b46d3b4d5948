import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * The club presents itself to everybody; its settings belong to the board. The board's desk (`oversee`)
 * is open to the board and the administrators; each page of it then asks for its own right.
 */
export function clubRules(can: Rule, actor: Actor): void {
  can("read", "Club");
  if (actor.kind === "system") can("update", "Club");
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0) can(["update", "oversee"], "Club");
  if (actor.isAdministrator) can(["administer", "oversee"], "Club");
}
