import { columnOfDay, dayOf } from "#lib/platform/dates";
import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * An offer is public from its publication, or after the days on which chosen schools see it first, to its
 * deadline, that day included, unless closed. Its structure's people publish it and see it at every age;
 * people of a chosen school, its students included, see it from its publication; students apply. The portal alone tells of new ones.
 */
export function internshipRules(can: Rule, actor: Actor, now: Date): void {
  const today = columnOfDay(dayOf(now));
  const open = { publishedAt: { not: null, lte: now }, closedAt: null, applyBefore: { gte: today } };
  can("read", "Internship", { ...open, shownFirstUntil: null });
  can("read", "Internship", { ...open, shownFirstUntil: { lt: today } });
  const schools = schoolsOf(actor);
  if (schools.length > 0) can("read", "Internship", { ...open, shownFirstTo: { hasSome: schools } });
  if (actor.kind === "system") can("remind", "Internship");
  if (actor.kind !== "person") return;
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length > 0) can(["read", "publish"], "Internship", { structureId: { in: own } });
  if (actor.isStudent) can("apply", "Internship");
}

/** The schools whose first look at an offer `actor` shares. */
export function schoolsOf(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  const own = actor.structures.filter(({ isSchool, isActive }) => isSchool && isActive).map(({ id }) => id);
  return actor.schoolId ? [...own, actor.schoolId] : own;
}
