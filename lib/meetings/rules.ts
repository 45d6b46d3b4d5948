import { addDays, type Day, daysBetween } from "#lib/platform/dates";

/** The club's rule: a commission meets every one to two months, counted in days from the last meeting held. */
export const RHYTHM = { earliest: 28, latest: 62 };

/** What is known of a commission's meetings: the last one held, the next one fixed. Cancelled ones are neither. */
export interface Pace {
  lastOn: Day | null;
  nextOn: Day | null;
}

/** The first and the last day on which the next meeting is in time, both included. */
export interface Window {
  from: Day;
  to: Day;
}

/** Where a commission is in its rhythm. */
export interface Rhythm extends Pace {
  /** Null for a commission that never met: any day will do. */
  window: Window | null;
  /**
   * `planned`: a date is fixed, in time; `planned_late`: fixed, but beyond the window; `due`: none is
   * fixed and there is still time; `late`: none is fixed and the window is over.
   */
  state: "planned" | "planned_late" | "due" | "late";
}

/** The window of the next meeting after one held on `lastOn`. */
export function windowAfter(lastOn: Day): Window {
  return { from: addDays(lastOn, RHYTHM.earliest), to: addDays(lastOn, RHYTHM.latest) };
}

/** The rhythm of a commission as `today` sees it. */
export function rhythmOf({ lastOn, nextOn }: Pace, today: Day): Rhythm {
  const window = lastOn === null ? null : windowAfter(lastOn);
  return { lastOn, nextOn, window, state: stateOf(window, nextOn, today) };
}

function stateOf(window: Window | null, nextOn: Day | null, today: Day): Rhythm["state"] {
  if (nextOn !== null) return window !== null && nextOn > window.to ? "planned_late" : "planned";
  return window !== null && today > window.to ? "late" : "due";
}

/** Days of delay: since the end of the window, or from it to the date fixed; 0 in time. */
export function daysLate({ window, nextOn }: Rhythm, today: Day): number {
  return window ? Math.max(0, daysBetween(window.to, nextOn ?? today)) : 0;
}

/** The board where a commission would be named. */
export const BOARD = { id: null, slug: null, name: "Comité directeur" };

/** What the links of messages are signed for. */
export const LINKS = { meeting: "meeting-invitation", poll: "poll-invitation" };
