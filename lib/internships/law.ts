import type { HeadcountBracket } from "#lib/generated/prisma/enums";
import { addDays, type Day, daysBetween, weekdayOf } from "#lib/platform/dates";

/**
 * What the code de l'éducation (articles L124-1 to L124-20, D124-1 and following) says of internships, in
 * figures. The one amount that changes every year is in one dated table.
 */

/**
 * The least for an hour present, in cents: 15 % of the hourly social-security ceiling (art. L124-6 and
 * D124-8). It changes every 1 January with the ceiling; add a line when the new one is published.
 */
const HOURLY_MINIMA: { from: Day; cents: number; source: string }[] = [
  { from: "2024-01-01", cents: 435, source: "plafond horaire 2024\u202f: 29\u00a0€" },
  { from: "2026-01-01", cents: 450, source: "plafond horaire 2026\u202f: 30\u00a0€" },
];

/** Presence beyond which the stipend is due, from the first hour on: two months, 44 days of 7 hours (art. D124-6). */
export const HOURS_WITHOUT_STIPEND = 308;

/** Six months of presence for one intern in one place, each year of study (art. L124-5 and D124-6). */
export const MOST_HOURS = 924;

/** Days of 7 hours and months of 22 days, as the law counts presence (art. D124-6). */
export const HOURS_A_DAY = 7;
export const DAYS_A_MONTH = 22;

/** The share of the hourly social-security ceiling that is due for an hour (art. L124-6 and D124-8). */
export const SHARE_OF_CEILING = 15;

/** How many interns at once (art. R124-10): so many below a headcount, so many in a hundred from there on. */
export const SMALL_HOUSE = { below: 20, interns: 3, percentBeyond: 15 };

/** How many interns one tutor follows at once (art. R124-13). */
export const MOST_PER_TUTOR = 3;

export interface Stipend {
  hours: number;
  isDue: boolean;
  /** The legal minimum of that year. */
  minimumCents: number;
  /** What is paid: the minimum where it is due, or what is offered beyond; 0 where nothing is. */
  hourlyCents: number;
  /** For a full month present. */
  monthlyCents: number;
  source: string;
  /** The year's own amount is not known here, published or not: the last one known stands in. */
  isProvisional: boolean;
}

/**
 * What an internship must pay: whether a stipend is due for these `hours` of presence, and how much. A
 * structure may give more than the minimum (`offeredCents` an hour), never less; nothing where none is due.
 *
 * @param startsOn the day it begins, which decides the year's minimum
 */
export function stipendOf(
  { hours, offeredCents }: { hours: number; offeredCents: number | null },
  startsOn: Day,
): Stipend {
  const minimum = HOURLY_MINIMA.findLast(({ from }) => from <= startsOn) ?? HOURLY_MINIMA[0];
  if (!minimum) throw new Error("no legal minimum is known");
  const isDue = hours > HOURS_WITHOUT_STIPEND;
  const hourlyCents = Math.max(isDue ? minimum.cents : 0, offeredCents ?? 0);
  return {
    hours,
    isDue,
    minimumCents: minimum.cents,
    hourlyCents,
    monthlyCents: hourlyCents * HOURS_A_DAY * DAYS_A_MONTH,
    source: minimum.source,
    isProvisional: minimum === HOURLY_MINIMA.at(-1) && startsOn.slice(0, 4) > minimum.from.slice(0, 4),
  };
}

/** How many interns a place of `headcount` people has at most in one civil week (art. L124-8 and R124-10). */
export function mostInterns(headcount: number): number {
  const { below, interns, percentBeyond } = SMALL_HOUSE;
  return headcount >= below ? Math.ceil((headcount * percentBeyond) / 100) : interns;
}

const BOUNDS: Record<HeadcountBracket, { from: number; to: number }> = {
  up_to_2: { from: 1, to: 2 },
  up_to_9: { from: 3, to: 9 },
  up_to_19: { from: 10, to: 19 },
  up_to_49: { from: 20, to: 49 },
  over_49: { from: 50, to: Number.POSITIVE_INFINITY },
};

/** The same where only a bracket is known: how many are allowed for sure, and beyond how many for sure not. */
export function internsAllowed(bracket: HeadcountBracket | null): { forSure: number; atMost: number } {
  const { from, to } = bracket ? BOUNDS[bracket] : { from: 1, to: Number.POSITIVE_INFINITY };
  return { forSure: mostInterns(from), atMost: mostInterns(to) };
}

/** When an internship can take place, how long it lasts and how many come. */
export interface Hosted {
  startsOn: Day;
  endsOn: Day;
  weeks: number;
  places: number;
}

/** `places` interns from a day to a day, both included. */
export interface Presence {
  from: Day;
  to: Day;
  places: number;
}

/** The most interns present in one same civil week, Monday to Sunday, as the limit is counted. */
export function peakOf(presences: Presence[]): number {
  const weeks = presences.map(({ from, to, places }) => ({ first: mondayOf(from), last: mondayOf(to), places }));
  // A peak begins in the first week of one of them.
  const counts = weeks.map(({ first }) =>
    weeks
      .filter((other) => other.first <= first && first <= other.last)
      .reduce((total, { places }) => total + places, 0),
  );
  return Math.max(0, ...counts);
}

/** From the first day on which they may be there to the last. */
export function possiblePresence({ startsOn, endsOn, places }: Hosted): Presence {
  return { from: startsOn, to: endsOn, places };
}

/** The days on which they are there whenever they begin within the period; null when there is none. */
export function certainPresence({ startsOn, endsOn, weeks, places }: Hosted): Presence | null {
  const days = weeks * 7 - 2;
  const [from, to] = [addDays(endsOn, 1 - days), addDays(startsOn, days - 1)];
  return from <= to ? { from, to, places } : null;
}

/**
 * The first day on which the same post may have another intern: a third of the former internship's length
 * after its end (art. L124-11), unless the intern left early by their own choice.
 */
export function freeFrom({ endsOn, weeks }: { endsOn: Day; weeks: number }): Day {
  return addDays(endsOn, 1 + Math.ceil((weeks * 7) / 3));
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whether `weeks` fit from a day to a day: from a Monday to a Friday, a week has five days to come. */
export function fitsPeriod({ startsOn, endsOn, weeks }: { startsOn: Day; endsOn: Day; weeks: number }): boolean {
  return daysBetween(startsOn, endsOn) >= weeks * 7 - 3;
}
