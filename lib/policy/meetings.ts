import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * A commission's lead or deputy schedules its meetings and opens its polls, nobody else's: a mandate
 * that ended takes it all away. One answers and replies for oneself. The board keeps the rooms and the
 * school holidays; the portal itself closes polls and sends reminders.
 */
export function meetingRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") {
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
  }
  can("reply", "PollInvitation", { personId: actor.personId });
  can("reply", "MeetingInvitation", { personId: actor.personId });
  can(["read", "update"], "PersonalCalendar", { personId: actor.personId });
  if (actor.boardFunctions.length > 0) {
    can("administer", "Room");
    can("administer", "SchoolHoliday");
  }
}
