import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEuros, typedEuros } from "#lib/platform/french";
import {
  callState,
  daysOfYear,
  isIban,
  lapseDay,
  membershipYearOf,
  monthsOwed,
  mustLapse,
  nextNumber,
  rateFor,
  reminderDue,
  spacedIban,
  twelfthsOf,
  yearInWords,
} from "./rules.ts";

describe("a membership year", () => {
  test("is the calendar's, or the school's", () => {
    expect(daysOfYear(2026, 1)).toEqual({ first: "2026-01-01", last: "2026-12-31" });
    expect(daysOfYear(2026, 9)).toEqual({ first: "2026-09-01", last: "2027-08-31" });
    expect(daysOfYear(2027, 3)).toEqual({ first: "2027-03-01", last: "2028-02-29" });
    expect(yearInWords(2026, 1)).toBe("2026");
    expect(yearInWords(2026, 9)).toBe("2026-2027");
  });

  test("holds its first and its last day, whatever its first month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, firstMonth) => {
        const { first, last } = daysOfYear(year, firstMonth);
        expect(membershipYearOf(first, firstMonth)).toBe(year);
        expect(membershipYearOf(last, firstMonth)).toBe(year);
        expect(membershipYearOf(daysOfYear(year + 1, firstMonth).first, firstMonth)).toBe(year + 1);
      }),
    );
  });
});

describe("the schedule", () => {
  const rate = (kind: string | null, headcount: string | null, validFrom: string) => ({ kind, headcount, validFrom });
  const editor = { kind: "editor", headcount: "up_to_9" };

  test("prefers kind and size, then kind, then size, then the general line", () => {
    const all = [
      rate(null, null, "2026-01-01"),
      rate(null, "up_to_9", "2026-01-01"),
      rate("editor", null, "2026-01-01"),
    ];
    const exact = rate("editor", "up_to_9", "2020-01-01");
    expect(rateFor([...all, exact], editor, "2026-01-01")).toBe(exact);
    expect(rateFor(all, editor, "2026-01-01")).toBe(all[2]);
    expect(rateFor(all.slice(0, 2), editor, "2026-01-01")).toBe(all[1]);
    expect(rateFor(all, { kind: "school", headcount: null }, "2026-01-01")).toBe(all[0]);
  });

  test("takes the latest line in force, never one to come, and says when there is none", () => {
    const rates = [rate(null, null, "2025-01-01"), rate(null, null, "2026-01-01"), rate(null, null, "2027-01-01")];
    expect(rateFor(rates, editor, "2026-06-01")).toBe(rates[1]);
    expect(rateFor(rates, editor, "2024-12-31")).toBeNull();
    expect(rateFor([rate("school", null, "2020-01-01")], editor, "2026-01-01")).toBeNull();
  });

  test("counts the month of the arrival whole", () => {
    expect(monthsOwed("2024-05-01", 2026, 1)).toBe(12);
    expect(monthsOwed("2026-01-31", 2026, 1)).toBe(12);
    expect(monthsOwed("2026-09-30", 2026, 1)).toBe(4);
    expect(monthsOwed("2026-12-31", 2026, 1)).toBe(1);
    expect(monthsOwed("2027-01-01", 2026, 9)).toBe(8);
    expect(twelfthsOf(15_000, 4)).toBe(5_000);
    expect(twelfthsOf(100, 7)).toBe(58);
  });
});

describe("a call", () => {
  test("is due on its day, late from the next", () => {
    const call = { balanceCents: 100, paidCents: 0, dueOn: "2026-03-31" };
    expect(callState(call, "2026-03-31")).toBe("due");
    expect(callState(call, "2026-04-01")).toBe("late");
    expect(callState({ ...call, paidCents: 50 }, "2026-03-31")).toBe("partly_paid");
    expect(callState({ ...call, balanceCents: 0 }, "2026-04-01")).toBe("paid");
    expect(callState({ ...call, balanceCents: -5 }, "2026-04-01")).toBe("overpaid");
  });

  test("numbers follow each other, past the four digits too", () => {
    expect(nextNumber("COT", 2026, null)).toBe("COT-2026-0001");
    expect(nextNumber("REC", 2026, "REC-2026-0009")).toBe("REC-2026-0010");
    expect(nextNumber("REC", 2026, "REC-2026-9999")).toBe("REC-2026-10000");
  });
});

describe("reminders and lapse", () => {
  const rhythm = { reminderDays: [15, 30, 60], lapseAfterDays: 90 };
  const due = "2026-01-31";

  test("leave on their days, once, the last with two weeks' notice of the lapse", () => {
    expect(reminderDue(due, [], rhythm, "2026-02-14")).toBeNull();
    expect(reminderDue(due, [], rhythm, "2026-02-15")).toBe(15);
    expect(reminderDue(due, [{ step: 15 }], rhythm, "2026-02-20")).toBeNull();
    expect(reminderDue(due, [{ step: 15 }], rhythm, "2026-03-02")).toBe(30);
    expect(reminderDue(due, [{ step: 60 }], rhythm, "2026-04-17")).toBe(76);
    expect(lapseDay(due, rhythm)).toBe("2026-05-01");
  });

  test("that were missed leave as one; those by hand do not count", () => {
    expect(reminderDue(due, [{ step: null }], rhythm, "2026-04-10")).toBe(60);
  });

  test("no lapse before its day, nor without a warning two weeks old", () => {
    const warned = [{ step: 76, sentOn: "2026-04-17" }];
    expect(mustLapse(due, warned, rhythm, "2026-04-30")).toBe(false);
    expect(mustLapse(due, warned, rhythm, "2026-05-01")).toBe(true);
    expect(mustLapse(due, [{ step: 60, sentOn: "2026-04-01" }], rhythm, "2026-06-01")).toBe(false);
    expect(mustLapse(due, [{ step: 76, sentOn: "2026-05-30" }], rhythm, "2026-06-01")).toBe(false);
  });
});

describe("amounts and accounts as they are typed", () => {
  test.each([
    ["1 200,50", 120_050],
    ["1\u202f200,50\u00a0€", 120_050],
    ["150", 15_000],
    ["12.5", 1_250],
    ["0,07", 7],
  ])("%j is read", (typed, cents) => expect(parseEuros(typed)).toBe(cents));

  test.each(["", "abc", "-5", "1,234", "1.200,50", "1e3", "12,", "١٢"])("%j is refused", (typed) =>
    expect(parseEuros(typed)).toBeNull(),
  );

  test("what is written is read back", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => parseEuros(typedEuros(cents)) === cents));
    expect(typedEuros(-1_205)).toBe("-12,05");
  });

  test("an IBAN is known by its key", () => {
    expect(isIban("FR7630006000011234567890189")).toBe(true);
    expect(isIban("FR7630006000011234567890188")).toBe(false);
    expect(spacedIban("FR7630006000011234567890189")).toBe("FR76 3000 6000 0112 3456 7890 189");
  });
});
