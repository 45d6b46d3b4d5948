import joursFeries from "@socialgouv/jours-feries";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#lib/platform/dates";
import { publicHolidayOn } from "./public-holidays.ts";

/** Somebody else's list of the same days, as instants of the machine's own midnights. Its Easter of 2106 is wrong. */
const witness: (year: number) => Record<string, Date> = joursFeries;

test("the holidays of a century and a half are those of another list, and no other day is one", () => {
  for (let year = 1950; year <= 2100; year += 1) {
    // Noon: around it no summer change moves the day.
    const expected = Object.values(witness(year)).map((date) => {
      const noon = new Date(date.getTime() + 43_200_000);
      return [noon.getFullYear(), noon.getMonth() + 1, noon.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    });
    const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
    const found = days.filter((day) => day.startsWith(String(year)) && publicHolidayOn(day));
    expect(found, String(year)).toEqual([...new Set(expected)].sort());
  }
});

test.each([
  ["2027-03-29", "Lundi de Pâques"],
  ["2027-05-06", "Ascension"],
  ["2027-05-17", "Lundi de Pentecôte"],
  ["2028-04-17", "Lundi de Pâques"],
  ["2106-04-19", "Lundi de Pâques"],
  ["2027-12-26", null],
  ["2027-03-26", null],
])("%s: %s", (day, name) => expect(publicHolidayOn(day)).toBe(name));

test("Easter Monday is a Monday of 23 March to 26 April", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
      const mondays = Array.from({ length: 35 }, (_, index) => addDays(`${year}-03-23`, index)).filter(
        (day) => publicHolidayOn(day) === "Lundi de Pâques",
      );
      expect(mondays).toHaveLength(1);
      expect(new Date(mondays[0] ?? "").getUTCDay()).toBe(1);
    }),
  );
});
