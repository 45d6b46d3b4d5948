import type { Day } from "#lib/platform/dates";
import { inForceOn } from "#lib/platform/in-force";

/** The filter of people who are written to: a suspended account is closed, an erased one has nobody behind it. */
const REACHABLE = { erasedAt: null, suspension: { is: null } };

/** The filter of the affiliations of those who are written to for their structure on a day. */
export function speakingOn(day: Day) {
  return { ...inForceOn(day), person: REACHABLE };
}
