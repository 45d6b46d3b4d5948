import { addDays, addMonths, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import { inForceOn } from "#lib/platform/in-force";
import { business } from "./retention/business.ts";
import { club } from "./retention/club.ts";
import { portal } from "./retention/portal.ts";
import type { RetentionRule } from "./retention/rule.ts";

/** Months without a sign-in after which an account that serves nothing is erased; announced one before. */
export const UNUSED_MONTHS = 24;

/**
 * The club's rules, as /confidentialite shows them. The law's: accounts ten years (code de commerce,
 * L123-22); logs of security six to twelve months (CNIL 2021). The others are the club's choice.
 */
export const RETENTION: RetentionRule[] = [...club, ...business, ...portal];

/** People whose account serves nothing any more: no active structure, no mandate, no right, no sign-in since. */
export function unusedSince(now: Date, months: number) {
  const before = columnOfDay(addMonths(dayOf(now), -months));
  const inForce = inForceOn(dayOf(now));
  return {
    erasedAt: null,
    administrator: { is: null },
    mandates: { none: inForce },
    affiliations: { none: { AND: [inForce, { structure: { status: "active" as const } }] } },
    OR: [
      { lastSignIn: { is: { day: { lte: before } } } },
      { lastSignIn: { is: null }, createdAt: { lt: fromParis(addDays(addMonths(dayOf(now), -months), 1), "00:00") } },
    ],
  };
}
