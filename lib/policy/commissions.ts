import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** Commissions and mandates are public; the board appoints. */
export function commissionRules(can: Rule, actor: Actor): void {
  can("read", "Commission");
  can("read", "Mandate");
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0) can("appoint", "Mandate");
}
