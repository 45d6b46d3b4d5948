import { addDays, type Day, daysBetween } from "#lib/platform/dates";

/** When an action is due whose line says no day. */
export function usualDueDay(meetingDay: Day): Day {
  return addDays(meetingDay, 30);
}

/** Days before an action is due on which its owner is reminded; then every so often until it is done. */
const BEFORE = [0, 7];
const EVERY = 14;

/** The last day, seen from `today`, on which a reminder was due; null before the first. */
export function lastReminderDay(dueOn: Day, today: Day): Day | null {
  const late = daysBetween(dueOn, today);
  if (late >= EVERY) return addDays(dueOn, Math.floor(late / EVERY) * EVERY);
  const before = BEFORE.find((days) => late >= -days);
  return before === undefined ? null : addDays(dueOn, -before);
}
