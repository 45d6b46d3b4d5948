import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** The board reads who did what. Administrators do not: it is they, too, whom the log watches. */
export function auditRules(can: Rule, actor: Actor): void {
  if (actor.kind === "person" && actor.boardFunctions.length > 0) can("read", "AuditEntry");
}
