import { describe, expect, test } from "vitest";
import { addDays } from "#lib/platform/dates";
import { EARLIEST_DAYS, LATEST_DAYS, monthsUntil, rhythmOf } from "./rules.ts";

const today = "2026-11-24";
const ago = (days: number) => addDays(today, -days);

describe("the rhythm of a commission", () => {
  test("is kept from the 28th to the 62nd day after the meeting before, both included", () => {
    const after = (gap: number) => rhythmOf([ago(90), addDays(ago(90), gap)], today).dots[1]?.state;
    expect([EARLIEST_DAYS, LATEST_DAYS].map(after)).toEqual(["within", "within"]);
    expect([EARLIEST_DAYS - 1, LATEST_DAYS + 1].map(after)).toEqual(["early", "late"]);
  });

  test("is late only past the 62nd day without a date to come", () => {
    expect(rhythmOf([ago(62)], today).isLate).toBe(false);
    expect(rhythmOf([ago(63)], today).isLate).toBe(true);
    expect(rhythmOf([ago(63), addDays(today, 20)], today).isLate).toBe(false);
    expect(rhythmOf([], today)).toEqual({ dots: [], band: null, isLate: true });
  });

  test("says when the next meeting is due, whatever the order of the days", () => {
    const { dots, band } = rhythmOf([today, ago(40), addDays(today, 30)], today);
    expect(dots.map(({ gap, state }) => [gap, state])).toEqual([
      [null, "first"],
      [40, "within"],
      [30, "coming"],
    ]);
    expect(band).toEqual({ from: addDays(today, 28), to: addDays(today, 62) });
  });
});

test("months are counted back over the new year, and end today", () => {
  expect(monthsUntil("2026-02-10", 4)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-02-10"]);
  expect(monthsUntil("2026-02-01", 2)).toEqual(["2026-01-01", "2026-02-01"]);
});
