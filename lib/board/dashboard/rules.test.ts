import { describe, expect, test } from "vitest";
import { addDays } from "#lib/platform/dates";
import { dotsOf, monthsUntil } from "./rules.ts";

const today = "2026-11-24";
const ago = (days: number) => addDays(today, -days);

describe("a meeting", () => {
  test("keeps the rhythm from the 28th to the 62nd day after the one before, both included", () => {
    const after = (gap: number) => dotsOf([ago(90), addDays(ago(90), gap)], today)[1]?.state;
    expect([27, 28, 62, 63].map(after)).toEqual(["early", "within", "within", "late"]);
  });

  test("is placed by its day, whatever the order they come in", () => {
    const dots = dotsOf([today, ago(40), addDays(today, 30)], today);
    expect(dots.map(({ gap, state }) => [gap, state])).toEqual([
      [null, "first"],
      [40, "within"],
      [30, "coming"],
    ]);
  });
});

test("months are counted back over the new year, and end today", () => {
  expect(monthsUntil("2026-02-10", 4)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01", "2026-02-10"]);
  expect(monthsUntil("2026-02-01", 2)).toEqual(["2026-01-01", "2026-02-01"]);
});
