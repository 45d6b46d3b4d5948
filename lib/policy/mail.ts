import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** Who was told what: the board and the administrators read the log and send again what did not leave. */
export function mailRules(can: Rule, actor: Actor): void {
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0 || actor.isAdministrator) can(["read", "resend"], "Mail");
}
