import { RHYTHM } from "#lib/meetings/rules";
import { type Day, daysBetween } from "#lib/platform/dates";

/** How far back the picture of a rhythm looks. */
export const RHYTHM_MONTHS = 14;

export interface RhythmDot {
  day: Day;
  /** Days since the meeting before; null for the first one known. */
  gap: number | null;
  state: "first" | "within" | "early" | "late" | "coming";
}

/** The meetings of a commission on these days, in any order, each as it stands in the rhythm on `today`. */
export function dotsOf(days: Day[], today: Day): RhythmDot[] {
  const inOrder = [...days].sort();
  return inOrder.map((day, index) => {
    const before = inOrder[index - 1];
    const gap = before === undefined ? null : daysBetween(before, day);
    return { day, gap, state: stateOf(day, gap, today) };
  });
}

function stateOf(day: Day, gap: number | null, today: Day): RhythmDot["state"] {
  if (day > today) return "coming";
  if (gap === null) return "first";
  if (gap < RHYTHM.earliest) return "early";
  return gap > RHYTHM.latest ? "late" : "within";
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
