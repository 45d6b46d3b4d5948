import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Who I am is mine to read and change; my sessions are mine to end. Accounts belong to the
 * administrators; the board may close the door to somebody too.
 */
export function peopleRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can(["administer", "erase"], "Person");
  if (actor.kind !== "person") return;
  can(["read", "update", "erase"], "Person", { id: actor.personId });
  can(["read", "signOut"], "Session", { personId: actor.personId });
  if (actor.isAdministrator) can("administer", "Person");
  if (actor.isAdministrator || actor.boardFunctions.length > 0) can("suspend", "Person");
}
