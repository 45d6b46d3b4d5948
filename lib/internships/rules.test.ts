import { describe, expect, test } from "vitest";
import { stipendOf } from "./rules.ts";

const offer = (weeks: number, offeredCents: number | null = null) => ({ weeks, hoursPerWeek: 35, offeredCents });

describe("the stipend", () => {
  test("is due beyond 308 hours: not for 8 weeks of 35 hours, for 9 weeks yes", () => {
    expect(stipendOf(offer(8), "2026-04-01")).toMatchObject({ hours: 280, isDue: false });
    expect(stipendOf(offer(9), "2026-04-01")).toMatchObject({ hours: 315, isDue: true });
    expect(stipendOf({ weeks: 11, hoursPerWeek: 28, offeredCents: null }, "2026-04-01")).toMatchObject({
      hours: 308,
      isDue: false,
    });
  });

  test("follows the year's minimum, and an offer never goes below it", () => {
    expect(stipendOf(offer(10), "2025-05-01").hourlyCents).toBe(435);
    expect(stipendOf(offer(10), "2026-05-01")).toMatchObject({ hourlyCents: 450, monthlyCents: 69_300 });
    expect(stipendOf(offer(10, 400), "2026-05-01").hourlyCents).toBe(450);
    expect(stipendOf(offer(10, 600), "2026-05-01").hourlyCents).toBe(600);
  });
});
