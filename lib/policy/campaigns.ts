import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** The board writes to the members; whether one receives the letter is one's own choice. */
export function campaignRules(can: Rule, actor: Actor): void {
  if (actor.kind !== "person") return;
  can(["read", "update"], "NewsletterConsent", { personId: actor.personId });
  if (actor.boardFunctions.length > 0) can(["read", "publish"], "Campaign");
}
