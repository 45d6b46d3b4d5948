import type { Day } from "#lib/platform/dates";

/**
 * The legal minimum for an hour present, in cents: 15 % of the hourly social-security ceiling (code de
 * l'éducation, art. L124-6 and D124-8). It changes every 1 January with the ceiling; add a line when the
 * new one is published.
 */
const HOURLY_MINIMA: { from: Day; cents: number; source: string }[] = [
  { from: "2024-01-01", cents: 435, source: "plafond horaire 2024\u202f: 29\u00a0€" },
  { from: "2026-01-01", cents: 450, source: "plafond horaire 2026\u202f: 30\u00a0€" },
];

/** Presence beyond which the stipend is due, from the first hour on: 44 days of 7 hours (art. D124-6). */
const HOURS_WITHOUT_STIPEND = 308;

/** Days of 7 hours and months of 22 days, as the law counts presence (art. D124-6). */
const HOURS_A_MONTH = 154;

export interface Stipend {
  hours: number;
  isDue: boolean;
  hourlyCents: number;
  /** For a full month present. */
  monthlyCents: number;
  source: string;
}

/**
 * What an internship must pay: whether a stipend is due for `weeks` of `hoursPerWeek`, and how much.
 * An offer may give more than the minimum (`offeredCents` an hour), never less.
 *
 * @param startsOn the day it begins, which decides the year's minimum
 */
export function stipendOf(
  offer: { weeks: number; hoursPerWeek: number; offeredCents: number | null },
  startsOn: Day,
): Stipend {
  const hours = offer.weeks * offer.hoursPerWeek;
  const minimum = HOURLY_MINIMA.findLast(({ from }) => from <= startsOn) ?? HOURLY_MINIMA[0];
  if (!minimum) throw new Error("no legal minimum is known");
  const hourlyCents = Math.max(minimum.cents, offer.offeredCents ?? 0);
  return {
    hours,
    isDue: hours > HOURS_WITHOUT_STIPEND,
    hourlyCents,
    monthlyCents: hourlyCents * HOURS_A_MONTH,
    source: minimum.source,
  };
}
