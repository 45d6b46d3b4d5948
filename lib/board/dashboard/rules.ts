import { addDays, type Day, daysBetween } from "#lib/platform/dates";

/** The club's rule: a commission meets every one to two months. */
export const EARLIEST_DAYS = 28;
export const LATEST_DAYS = 62;

/** How far back the picture of a rhythm looks. */
export const RHYTHM_MONTHS = 14;

export interface RhythmDot {
  day: Day;
  /** Days since the meeting before; null for the first one known. */
  gap: number | null;
  state: "first" | "within" | "early" | "late" | "coming";
}

export interface Rhythm {
  dots: RhythmDot[];
  /** Between which days the next meeting keeps the rhythm; null when none was ever held. */
  band: { from: Day; to: Day } | null;
  isLate: boolean;
}

/** The rhythm of a commission from the days of its meetings, in any order, as it stands on `today`. */
export function rhythmOf(days: Day[], today: Day): Rhythm {
  const inOrder = [...days].sort();
  const dots = inOrder.map((day, index): RhythmDot => {
    const before = inOrder[index - 1];
    const gap = before === undefined ? null : daysBetween(before, day);
    return { day, gap, state: stateOf(day, gap, today) };
  });
  const last = dots.filter(({ state }) => state !== "coming").at(-1)?.day;
  const isPlanned = dots.some(({ state }) => state === "coming");
  return {
    dots,
    band: last === undefined ? null : { from: addDays(last, EARLIEST_DAYS), to: addDays(last, LATEST_DAYS) },
    isLate: !isPlanned && (last === undefined || daysBetween(last, today) > LATEST_DAYS),
  };
}

function stateOf(day: Day, gap: number | null, today: Day): RhythmDot["state"] {
  if (day > today) return "coming";
  if (gap === null) return "first";
  if (gap < EARLIEST_DAYS) return "early";
  return gap > LATEST_DAYS ? "late" : "within";
}

/** The first day of each of the last `months` months, then `today`. */
export function monthsUntil(today: Day, months: number): Day[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const firsts = Array.from({ length: months }, (_, index) => {
    const at = year * 12 + (month - 1) - (months - 1 - index);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  });
  return firsts.at(-1) === today ? firsts : [...firsts, today];
}
