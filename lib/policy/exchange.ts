import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * What members offer and look for is read by the people of active structures; a structure's own posts
 * are its people's. A talk is the two structures' that have it, nobody else's, the board's neither. The
 * portal itself tells of what expires.
 */
export function exchangeRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("remind", "SkillExchange");
  if (actor.kind !== "person") return;
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length === 0) return;
  can("read", "SkillExchange");
  can(["publish", "update"], "SkillExchange", { structureId: { in: own } });
  can(["read", "reply"], "SkillExchangeTalk", { ownerId: { in: own } });
  can(["read", "reply"], "SkillExchangeTalk", { structureId: { in: own } });
}
