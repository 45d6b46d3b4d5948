import { fitsPeriod, MOST_HOURS } from "#lib/internships/law";
import { type Day, daysBetween } from "#lib/platform/dates";
import { count, formatNumber } from "#lib/platform/french";
import type { OwnStructure, PersonActor } from "#lib/policy/actor";

/** In the name of which school a person acts: the one they act for, or their first; null: none. */
export function schoolOf({ actingFor, structures }: PersonActor): OwnStructure | null {
  const isSchool = (structure: OwnStructure | null | undefined) => structure?.isSchool && structure.isActive;
  return (isSchool(actingFor) ? actingFor : structures.find(isSchool)) ?? null;
}

/** An internship is of one year of study (art. L124-5): its period is no longer. */
const MOST_DAYS = 366;

/**
 * Why an internship of so many weeks cannot have this period, in words; null when it can. Its hours present stay
 * those of the offer, which the law's six months have let through.
 */
export function wrongPeriod(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  { weeks, hoursPerWeek }: { weeks: number; hoursPerWeek: number },
): string | null {
  if (!fitsPeriod({ startsOn, endsOn, weeks })) {
    return `Les ${count(weeks, "semaine")} de présence du stage ne tiennent pas entre ces deux dates.`;
  }
  if (daysBetween(startsOn, endsOn) >= MOST_DAYS) {
    return "Un stage tient dans une année d’études\u202f: cette période est plus longue (code de l’éducation, art. L124-5).";
  }
  if (weeks * hoursPerWeek > MOST_HOURS) {
    return `${formatNumber(weeks * hoursPerWeek)} heures de présence\u202f: la loi en permet ${MOST_HOURS} par année d’études (code de l’éducation, art. L124-5 et D124-6).`;
  }
  return null;
}

/** Where a student of a school stands. */
export const STAGES = ["searching", "applied", "talking", "placed"] as const;
export type Stage = (typeof STAGES)[number];
