import type { DigestRhythm } from "#lib/generated/prisma/enums";
import { toParis } from "#lib/platform/dates";

const MONDAY = 1;

/** Whose digest leaves on the day of `now`, seen from the Artois. */
export function rhythmsDue(now: Date): DigestRhythm[] {
  return toParis(now).dayOfWeek === MONDAY ? ["daily", "weekly"] : ["daily"];
}
