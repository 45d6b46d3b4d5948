import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * A need is seen by the structures it was put before, once its buyer confirmed; their people answer
 * it and say which needs they want. The portal alone routes; what it found nobody for is placed by the lead
 * and deputy of its commission, and by the board. Buyers have no account: their links are signed.
 */
export function needRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("route", "Need");
  if (actor.kind !== "person") return;
  const led = actor.commissionsLed.map((commission) => commission.id);
  const handedOn = { escalatedAt: { not: null } };
  if (led.length > 0) can("place", "Need", { ...handedOn, commissionId: { in: led } });
  if (actor.boardFunctions.length > 0) can("place", "Need", handedOn);
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length === 0) return;
  can(["read", "answer"], "Introduction", { structureId: { in: own }, state: { not: "chosen" } });
  can(["read", "update"], "NeedPreference", { structureId: { in: own } });
}
