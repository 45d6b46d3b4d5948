import { addDays, addMonths, dayOf, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";

/** How long one kind of data is kept, in words that people read, and what the daily job does about it. */
export interface RetentionRule {
  name: string;
  what: string;
  why: string;
  basis: string;
  kept: string;
  /** Gives how many rows it ended; null: nothing to do by itself. */
  apply: ((tx: Tx, now: Date) => Promise<number>) | null;
}

/** The instant that was midnight in the Artois, months ago. */
export function ago(now: Date, months: number): Date {
  return fromParis(addMonths(dayOf(now), -months), "00:00");
}

/** The instant that was midnight in the Artois, days ago. */
export function daysAgo(now: Date, days: number): Date {
  return fromParis(addDays(dayOf(now), -days), "00:00");
}
