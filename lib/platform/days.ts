import { Temporal } from "temporal-polyfill";

/** The club lives in one time zone, wherever its servers are. */
export const CLUB_TIME_ZONE = "Europe/Paris";

/** The calendar day in Paris at `now`, "2026-10-08". */
export function parisDayText(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(CLUB_TIME_ZONE)
    .toPlainDate()
    .toString();
}

/** The same day as PostgreSQL's `date` columns want it from Prisma: midnight UTC. */
export function parisDay(now: Date): Date {
  return new Date(`${parisDayText(now)}T00:00:00Z`);
}
