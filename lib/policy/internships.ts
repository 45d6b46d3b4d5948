import { columnOfDay, dayOf } from "#lib/platform/dates";
import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * An offer is public from its publication to its deadline, that day included, unless closed. Its
 * structure's people publish it and see it at every age; students apply.
 */
export function internshipRules(can: Rule, actor: Actor, now: Date): void {
  can("read", "Internship", {
    publishedAt: { not: null, lte: now },
    closedAt: null,
    applyBefore: { gte: columnOfDay(dayOf(now)) },
  });
  if (actor.kind !== "person") return;
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length > 0) can(["read", "publish"], "Internship", { structureId: { in: own } });
  if (actor.isStudent) can("apply", "Internship");
}
