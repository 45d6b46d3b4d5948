import { expect, test } from "vitest";
import { addWorkingDays, answerDue } from "./rules.ts";

test.each([
  ["2026-11-24", 3, "2026-11-27"],
  ["2026-11-26", 3, "2026-12-01"],
  ["2026-12-23", 3, "2026-12-29"],
  ["2027-03-26", 1, "2027-03-30"],
  ["2027-05-05", 1, "2027-05-07"],
])("from %s, %i working days lead to %s: neither weekends nor holidays count", (from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
});

test("an answer is due at six in the evening, in the Artois", () => {
  expect(answerDue(new Date("2026-11-24T09:00:00Z"))).toEqual(new Date("2026-11-27T17:00:00Z"));
  expect(answerDue(new Date("2027-07-08T09:00:00Z"))).toEqual(new Date("2027-07-13T16:00:00Z"));
});
