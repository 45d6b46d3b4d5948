import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * An application is its student's, and once sent its company's to read and answer; a school reads what
 * the student shares with it. A student is read by the school that they agreed to be followed by, and
 * may be invited by members when they agreed to be found. The portal keeps the promises and erases.
 */
export function applicationRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can(["answer", "erase"], "InternshipApplication");
  if (actor.kind !== "person") return;
  can(["read", "update"], "Student", { personId: actor.personId });
  if (actor.isStudent) can(["read", "update"], "InternshipApplication", { studentId: actor.personId });
  const active = actor.structures.filter(({ isActive }) => isActive);
  const houses = active.map(({ id }) => id);
  if (houses.length > 0) {
    const received = { structureId: { in: houses }, state: { not: "draft" as const }, studentId: { not: null } };
    can(["read", "answer"], "InternshipApplication", received);
    can("invite", "Student", { isVisible: true });
  }
  const schools = active.filter(({ isSchool }) => isSchool).map(({ id }) => id);
  if (schools.length > 0) {
    can(["read", "remind"], "Student", { schoolId: { in: schools } });
    can("read", "InternshipApplication", { sharedWithId: { in: schools }, state: { not: "draft" } });
    can(["read", "update"], "School", { structureId: { in: schools } });
  }
}
