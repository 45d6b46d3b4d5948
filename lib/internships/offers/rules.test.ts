import { describe, expect, test } from "vitest";
import { type House, lawChecks, type Offer } from "./rules.ts";

const offer: Offer = {
  startsOn: "2026-04-06",
  endsOn: "2026-06-12",
  weeks: 10,
  places: 1,
  hoursPresent: 350,
  hourlyStipendCents: null,
  tutorName: "Zoé Legrand",
};
const alone: House = { headcount: "up_to_9", others: [], previous: null };
const verdicts = (given: Partial<Offer> = {}, house: Partial<House> = {}) =>
  lawChecks({ ...offer, ...given }, { ...alone, ...house }).map(({ verdict }) => verdict);
const other = { startsOn: "2026-04-06", endsOn: "2026-06-12", weeks: 10, places: 1, tutorName: "Paul Petit" };

describe("what the law says of an offer", () => {
  test("each rule names its article; a proper offer passes them all", () => {
    const checks = lawChecks(offer, alone);
    expect(checks.map(({ verdict }) => verdict)).toEqual(["ok", "ok", "ok", "ok"]);
    for (const { source } of checks) expect(source).toMatch(/^Code de l’éducation, art\. L124-\d+/);
    expect(checks[1]?.words).toContain("4,50\u00a0€ l’heure");
    expect(checks[1]?.words).toContain("1\u202f575\u00a0€ pour le stage");
  });

  test("over 924 hours, or below the minimum stipend: it cannot be published", () => {
    expect(verdicts({ hoursPresent: 925 })[0]).toBe("refusal");
    expect(verdicts({ hourlyStipendCents: 449 })[1]).toBe("refusal");
    expect(verdicts({ hoursPresent: 308, hourlyStipendCents: 100 })[1]).toBe("ok");
  });

  test("a year whose amount is not known here has the last one known, and says so", () => {
    const [, known] = lawChecks(offer, alone);
    const [, later] = lawChecks({ ...offer, startsOn: "2032-04-05", endsOn: "2032-06-11" }, alone);
    expect(later).toMatchObject({ verdict: "ok", words: expect.stringContaining("Le portail ne connaît pas encore") });
    expect(known?.words).not.toContain("ne connaît pas encore");
  });

  test("a house of nine has three interns at once; a fourth for sure is refused, a fourth perhaps is a warning", () => {
    expect(verdicts({}, { others: [other, other] })[2]).toBe("ok");
    expect(verdicts({}, { others: [other, other, other] })[2]).toBe("refusal");
    // In turn, within a long period: it may be arranged.
    const loose = { ...other, endsOn: "2026-12-18" };
    expect(verdicts({ weeks: 4, endsOn: "2026-12-18" }, { others: [loose, loose, loose] })[2]).toBe("warning");
    expect(verdicts({ places: 4 }, { headcount: null })[2]).toBe("warning");
    expect(verdicts({ places: 9 }, { headcount: "up_to_49" })[2]).toBe("refusal");
  });

  test("a tutor follows three at once; none yet is said", () => {
    expect(verdicts({ tutorName: null })[3]).toBe("warning");
    const mine = { ...other, tutorName: "zoe LEGRAND", places: 3 };
    expect(verdicts({}, { headcount: "over_49", others: [mine] })[3]).toBe("refusal");
    expect(verdicts({}, { headcount: "over_49", others: [{ ...mine, places: 2 }] })[3]).toBe("ok");
  });

  test("the same post waits a third of the internship before", () => {
    expect(verdicts({}, { previous: { endsOn: "2026-03-27", weeks: 10 } })[4]).toBe("warning");
    expect(verdicts({}, { previous: { endsOn: "2026-03-06", weeks: 10 } })[4]).toBe("ok");
  });
});
