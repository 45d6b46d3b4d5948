import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * A commission's lead or deputy schedules its meetings and opens its polls, nobody else's: a mandate
 * that ended takes it all away. One answers and replies for oneself. The board keeps the rooms and the
 * school holidays; the portal itself closes polls and sends reminders.
 *
 * Whoever schedules a meeting runs it: agenda, attendance, minutes. Those called see it; those who were
 * there ask for corrections of its minutes; members read them once published, and the public the part
 * written for it. An action is its owner's, and of whoever leads the commission.
 */
export function meetingRules(can: Rule, actor: Actor): void {
  can("read", "MinutesPublication");
  if (actor.kind === "system") {
    can("publish", "Minutes");
    can("remind", "ActionItem");
    can("schedule", "Commission");
    can("schedule", "Poll");
    can("schedule", "Event");
  }
  if (actor.kind !== "person") return;
  const led = actor.commissionsLed.map((commission) => commission.id);
  if (led.length > 0) {
    can("schedule", "Commission", { id: { in: led } });
    can("schedule", "Poll", { commissionId: { in: led } });
    can("schedule", "Event", { commissionId: { in: led }, kind: "commission_meeting" });
    can("update", "ActionItem", { commissionId: { in: led } });
  }
  can("reply", "PollInvitation", { personId: actor.personId });
  can("reply", "MeetingInvitation", { personId: actor.personId });
  can("correct", "Attendance", { personId: actor.personId, state: "present" });
  can("update", "ActionItem", { ownerId: actor.personId });
  can(["read", "update"], "PersonalCalendar", { personId: actor.personId });
  if (actor.structures.some((structure) => structure.isActive)) {
    can("read", "Minutes", { publishedAt: { not: null }, visibility: "members" });
  }
  if (actor.boardFunctions.length > 0) {
    can("oversee", "Meeting");
    can("read", "Minutes", { publishedAt: { not: null } });
    can("update", "ActionItem", { commissionId: null });
    can("administer", "Room");
    can("administer", "SchoolHoliday");
  }
}
