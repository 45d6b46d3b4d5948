import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HeadcountBracket } from "#lib/generated/prisma/enums";
import { addDays, daysBetween } from "#lib/platform/dates";
import {
  certainPresence,
  fitsPeriod,
  freeFrom,
  type Hosted,
  internsAllowed,
  mostInterns,
  peakOf,
  possiblePresence,
  stipendOf,
} from "./law.ts";

const hours = (weeks: number, offeredCents: number | null = null) => ({ hours: weeks * 35, offeredCents });

describe("the stipend", () => {
  test("is due beyond 308 hours: not for 8 weeks of 35 hours, for 9 weeks yes", () => {
    expect(stipendOf(hours(8), "2026-04-01")).toMatchObject({ hours: 280, isDue: false, hourlyCents: 0 });
    expect(stipendOf(hours(9), "2026-04-01")).toMatchObject({ hours: 315, isDue: true, hourlyCents: 450 });
    expect(stipendOf({ hours: 308, offeredCents: null }, "2026-04-01").isDue).toBe(false);
    expect(stipendOf({ hours: 309, offeredCents: null }, "2026-04-01").isDue).toBe(true);
  });

  test("follows the year's minimum; the last one known stands in for a year to come, and says so", () => {
    expect(stipendOf(hours(10), "2025-05-01")).toMatchObject({ minimumCents: 435, isProvisional: false });
    expect(stipendOf(hours(10), "2026-05-01")).toMatchObject({ monthlyCents: 69_300, isProvisional: false });
    expect(stipendOf(hours(10), "2027-05-01")).toMatchObject({ minimumCents: 450, isProvisional: true });
  });

  test("is never below the minimum where it is due, never below what is offered, and grows with neither hours nor luck", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 924 }),
        fc.option(fc.integer({ min: 1, max: 5_000 })),
        (present, offered) => {
          const { isDue, hourlyCents, minimumCents } = stipendOf(
            { hours: present, offeredCents: offered },
            "2026-03-02",
          );
          expect(isDue).toBe(present > 308);
          expect(hourlyCents).toBeGreaterThanOrEqual(isDue ? minimumCents : 0);
          expect(hourlyCents).toBe(Math.max(isDue ? minimumCents : 0, offered ?? 0));
        },
      ),
    );
  });
});

describe("how many interns at once", () => {
  test("three below twenty people, then 15 % rounded up", () => {
    expect([1, 19, 20, 21, 26, 27, 40, 41, 100].map(mostInterns)).toEqual([3, 3, 3, 4, 4, 5, 6, 7, 15]);
  });

  test("never falls when the house grows, and is at least 15 % of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (people) => {
        expect(mostInterns(people + 1)).toBeGreaterThanOrEqual(mostInterns(people));
        expect(mostInterns(people) * 100).toBeGreaterThanOrEqual(people * 15);
      }),
    );
  });

  test("a bracket says what is sure either way", () => {
    expect(Object.values(HeadcountBracket).map((bracket) => internsAllowed(bracket))).toEqual([
      { forSure: 3, atMost: 3 },
      { forSure: 3, atMost: 3 },
      { forSure: 3, atMost: 3 },
      { forSure: 3, atMost: 8 },
      { forSure: 8, atMost: Number.POSITIVE_INFINITY },
    ]);
    expect(internsAllowed(null)).toEqual({ forSure: 3, atMost: Number.POSITIVE_INFINITY });
  });

  test("are counted by civil week: one leaves on Tuesday, another comes on Thursday of the same week", () => {
    const leaving = { from: "2027-03-01", to: "2027-04-06", places: 1 };
    expect(peakOf([leaving, { from: "2027-04-08", to: "2027-05-07", places: 2 }])).toBe(3);
    expect(peakOf([leaving, { from: "2027-04-12", to: "2027-05-07", places: 2 }])).toBe(2);
    expect(peakOf([])).toBe(0);
  });

  const hosted: fc.Arbitrary<Hosted> = fc
    .record({
      offset: fc.integer({ min: 0, max: 200 }),
      weeks: fc.integer({ min: 1, max: 26 }),
      slack: fc.integer({ min: -3, max: 120 }),
      places: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ offset, weeks, slack, places }) => {
      const startsOn = addDays("2027-01-04", offset);
      return { startsOn, endsOn: addDays(startsOn, weeks * 7 + slack), weeks, places };
    });

  test("those who are there for sure are among those who may be, and no peak passes the sum", () => {
    fc.assert(
      fc.property(fc.array(hosted, { maxLength: 8 }), (offers) => {
        const sure = offers.flatMap((offer) => certainPresence(offer) ?? []);
        const possible = offers.map(possiblePresence);
        expect(peakOf(sure)).toBeLessThanOrEqual(peakOf(possible));
        expect(peakOf(possible)).toBeLessThanOrEqual(offers.reduce((sum, { places }) => sum + places, 0));
        for (const offer of offers) {
          expect(fitsPeriod(offer)).toBe(true);
          const days = certainPresence(offer);
          if (!days) continue;
          expect(days.from >= offer.startsOn && days.to <= offer.endsOn).toBe(true);
        }
      }),
    );
  });
});

describe("the waiting period", () => {
  test("is a third of the former internship: 12 weeks, four more before the next", () => {
    expect(freeFrom({ endsOn: "2027-06-25", weeks: 12 })).toBe("2027-07-24");
  });

  test("is never shorter than a third, nor a day longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 44 }), (weeks) => {
        const waited = daysBetween("2027-06-25", freeFrom({ endsOn: "2027-06-25", weeks })) - 1;
        expect(waited * 3).toBeGreaterThanOrEqual(weeks * 7);
        expect((waited - 1) * 3).toBeLessThan(weeks * 7);
      }),
    );
  });
});

test("weeks fit from a Monday to a Friday, not from a Monday to the Thursday before", () => {
  expect(fitsPeriod({ startsOn: "2027-04-05", endsOn: "2027-05-28", weeks: 8 })).toBe(true);
  expect(fitsPeriod({ startsOn: "2027-04-05", endsOn: "2027-05-27", weeks: 8 })).toBe(false);
});
