import { publicHolidayOn } from "#lib/calendar/public-holidays";
import { addDays, columnOfDay, type Day, dayOf, fromParis } from "#lib/platform/dates";
import type { Actor } from "#lib/policy/actor";

/** Working days that a member has to answer. */
const DAYS_TO_ANSWER = 3;
/** Days that a need waits for its buyer's confirmation; then it is erased. */
export const UNCONFIRMED_DAYS = 7;
/** How many members the club asks at once when the buyer leaves it to choose. */
export const ASKED_AT_ONCE = 3;
/** At most this many members may be chosen by the buyer. */
export const MOST_CHOSEN = 4;
/** Structures of one person that a need may have been put before. */
export const MOST_STRUCTURES = 20;
/** Days after a need was won when the buyer is asked how it went, once. */
export const DAYS_TO_RATE = 10;

/** Of what one need asks of somebody's structures: what it asks of the one they act for, else of the first. */
export function introductionOf<Row extends { structureId: string }>(rows: Row[], actor: Actor): Row | undefined {
  const actingFor = actor.kind === "person" ? actor.actingFor?.id : undefined;
  return rows.find(({ structureId }) => structureId === actingFor) ?? rows[0];
}

/** The end of the last working day that a member asked now has to answer: 18:00 in the Artois. */
export function answerDue(asked: Date): Date {
  return fromParis(addWorkingDays(dayOf(asked), DAYS_TO_ANSWER), "18:00");
}

/** `count` working days after `day`: neither weekends nor French public holidays. */
export function addWorkingDays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

function isWorkingDay(day: Day): boolean {
  const weekday = columnOfDay(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && publicHolidayOn(day) === null;
}
