import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/platform/dates";
import { daysLate, rhythmOf, windowAfter } from "./rules.ts";

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

describe("the window of the next meeting", () => {
  test("is from the 28th to the 62nd day after the last one held, across a leap day and the summer change", () => {
    expect(windowAfter("2028-02-01")).toEqual({ from: "2028-02-29", to: "2028-04-03" });
    expect(windowAfter("2027-03-01")).toEqual({ from: "2027-03-29", to: "2027-05-02" });
  });

  test("always spans 35 days, none of them before the last meeting", () => {
    fc.assert(
      fc.property(day, (lastOn) => {
        const { from, to } = windowAfter(lastOn);
        expect([daysBetween(lastOn, from), daysBetween(from, to)]).toEqual([28, 34]);
      }),
    );
  });
});

describe("a commission", () => {
  test.each([
    ["has a date in its window", "2026-10-01", "2026-11-20", "2026-11-10", "planned", 0],
    ["has a date on the window's last day", "2026-10-01", "2026-12-02", "2026-11-10", "planned", 0],
    ["has a date a day too late", "2026-10-01", "2026-12-03", "2026-11-10", "planned_late", 1],
    ["has no date yet, on the last day", "2026-10-01", null, "2026-12-02", "due", 0],
    ["has no date and is late", "2026-10-01", null, "2026-12-12", "late", 10],
    ["never met and is not late", null, null, "2026-12-12", "due", 0],
    ["never met and has its first date", null, "2027-01-12", "2026-12-12", "planned", 0],
  ])("%s", (_, lastOn, nextOn, today, state, late) => {
    const rhythm = rhythmOf({ lastOn, nextOn }, today);
    expect([rhythm.state, daysLate(rhythm, today)]).toEqual([state, late]);
  });

  test("is late exactly when no date, fixed or still possible, falls within 62 days of the last meeting", () => {
    fc.assert(
      fc.property(day, fc.option(fc.integer({ min: 1, max: 200 })), fc.nat(200), (lastOn, gap, elapsed) => {
        const today = addDays(lastOn, elapsed);
        const nextOn = gap === null ? null : addDays(today, gap);
        const rhythm = rhythmOf({ lastOn, nextOn }, today);
        const earliest = nextOn ?? today;
        expect(["late", "planned_late"].includes(rhythm.state)).toBe(daysBetween(lastOn, earliest) > 62);
        expect(daysLate(rhythm, today)).toBe(Math.max(0, daysBetween(lastOn, earliest) - 62));
      }),
    );
  });

  test("that waits becomes late once, and stays so", () => {
    fc.assert(
      fc.property(day, (lastOn) => {
        const states = Array.from(
          { length: 100 },
          (_, elapsed) => rhythmOf({ lastOn, nextOn: null }, addDays(lastOn, elapsed)).state,
        );
        expect(states.indexOf("late")).toBe(63);
        expect(states.lastIndexOf("due")).toBe(62);
      }),
    );
  });
});
