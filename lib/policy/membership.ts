import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * The board reads applications once their address is confirmed, and decides; the applicant holds a
 * signed link and needs no right. Prospects are the board's; a member says whom they know and invites.
 */
export function membershipRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("erase", "MembershipApplication");
  if (actor.kind !== "person") return;
  if (actor.boardFunctions.length > 0) {
    can(["read", "decide"], "MembershipApplication", { confirmedAt: { not: null } });
    can(["read", "update", "import"], "Prospect");
  }
  if (actor.structures.some((structure) => structure.isActive)) can("sponsor", "Prospect");
}
