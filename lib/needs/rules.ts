import joursFeries from "@socialgouv/jours-feries";
import { addDays, type Day, dayOf, fromParis } from "#lib/platform/dates";

/** Working days that a member has to answer. */
const DAYS_TO_ANSWER = 3;
/** How many members the club asks at once when the buyer leaves it to choose. */
export const ASKED_AT_ONCE = 3;
/** At most this many members may be chosen by the buyer. */
export const MOST_CHOSEN = 4;
/** Days after a need was won when the buyer is asked how it went, once. */
export const DAYS_TO_RATE = 10;

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
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  // The library gives midnights of the server's own zone, and Good Friday, a holiday in Alsace and Moselle only.
  return !Object.entries(joursFeries(year)).some(
    ([name, at]) => !/Vendredi|tienne/.test(name) && at.getMonth() === month - 1 && at.getDate() === date,
  );
}

/** Whether a form was filled by a person: nobody tells a need in less than three seconds, nor keeps a page for a day. */
export function isHumanPace(openedAt: number, now: Date): boolean {
  const elapsed = now.getTime() - openedAt;
  return elapsed >= 3_000 && elapsed < 86_400_000;
}
