import { describe, expect, test } from "vitest";
import {
  addDays,
  columnOfDay,
  dayOf,
  dayOfColumn,
  dayPieces,
  daysBetween,
  formatDay,
  formatDayShort,
  formatDays,
  formatInstant,
  formatMonth,
  formatRange,
  formatTime,
  fromParis,
  isoInstant,
  today,
} from "./dates.ts";

const at = (iso: string) => new Date(iso);

describe("days", () => {
  test("today is the day in Paris, not the server's", () => {
    expect(today(() => at("2026-10-07T22:30:00Z"))).toBe("2026-10-08");
    expect(today(() => at("2026-12-07T22:30:00Z"))).toBe("2026-12-07");
  });

  test("a DATE column keeps its day both ways", () => {
    expect(dayOfColumn(at("2026-10-08T00:00:00Z"))).toBe("2026-10-08");
    expect(columnOfDay("2026-10-08").toISOString()).toBe("2026-10-08T00:00:00.000Z");
  });

  test("counting days ignores the change of hour", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(daysBetween("2026-11-02", "2026-10-31")).toBe(-2);
  });
});

describe("words", () => {
  test("days are said in French, the first of a month as an ordinal", () => {
    expect(formatDay("2026-10-08")).toBe("jeudi 8\u00a0octobre 2026");
    expect(formatDay("2027-05-01")).toBe("samedi 1er\u00a0mai 2027");
    expect(formatDayShort("2026-10-08")).toBe("8\u00a0oct. 2026");
    expect(formatMonth("2026-08-31")).toBe("août 2026");
    expect(dayPieces("2026-10-08")).toEqual({
      weekday: "jeu.",
      number: "8",
      ordinal: "",
      month: "oct.",
      year: "2026",
    });
    expect(dayPieces("2027-05-01")).toMatchObject({ number: "1", ordinal: "er" });
  });

  test("a span of days says month and year once", () => {
    expect(formatDays("2026-10-08", "2026-10-08")).toBe("jeudi 8\u00a0octobre 2026");
    expect(formatDays("2026-10-08", "2026-10-12")).toBe("du 8 au 12\u00a0octobre 2026");
    expect(formatDays("2026-09-28", "2026-10-02")).toBe("du 28\u00a0septembre au 2\u00a0octobre 2026");
    expect(formatDays("2026-12-28", "2027-01-03")).toBe("du 28\u00a0décembre 2026 au 3\u00a0janvier 2027");
  });

  test("hours follow summer and winter time", () => {
    expect(formatTime(at("2026-10-08T16:30:00Z"))).toBe("18\u00a0h\u00a030");
    expect(formatTime(at("2026-12-08T17:30:00Z"))).toBe("18\u00a0h\u00a030");
    expect(formatTime(at("2026-12-08T08:05:00Z"))).toBe("9\u00a0h\u00a005");
    expect(formatTime(at("2026-10-08T16:00:00Z"))).toBe("18\u00a0h");
  });

  test("a meeting says its day once", () => {
    const start = at("2026-10-08T16:30:00Z");
    expect(formatInstant(start)).toBe("jeudi 8\u00a0octobre 2026 à 18\u00a0h\u00a030");
    expect(formatRange(start, at("2026-10-08T18:00:00Z"))).toBe(
      "jeudi 8\u00a0octobre 2026, de 18\u00a0h\u00a030 à 20\u00a0h",
    );
    expect(formatRange(start, at("2026-10-09T10:00:00Z"))).toBe(
      "du jeudi 8\u00a0octobre 2026 à 18\u00a0h\u00a030 au vendredi 9\u00a0octobre 2026 à 12\u00a0h",
    );
  });
});

describe("wall time", () => {
  test("becomes the instant of that season", () => {
    expect(fromParis("2026-10-08", "18:30").toISOString()).toBe("2026-10-08T16:30:00.000Z");
    expect(fromParis("2026-12-08", "18:30").toISOString()).toBe("2026-12-08T17:30:00.000Z");
  });

  test("an hour that does not exist is moved on, one that exists twice is the first", () => {
    expect(isoInstant(fromParis("2027-03-28", "02:30"))).toBe("2027-03-28T03:30:00+02:00");
    expect(isoInstant(fromParis("2026-10-25", "02:30"))).toBe("2026-10-25T02:30:00+02:00");
  });

  test("machines get the offset of the day", () => {
    expect(isoInstant(at("2026-10-25T00:30:00Z"))).toBe("2026-10-25T02:30:00+02:00");
    expect(isoInstant(at("2026-10-25T01:30:00Z"))).toBe("2026-10-25T02:30:00+01:00");
    expect(dayOf(at("2026-10-25T22:59:00Z"))).toBe("2026-10-25");
    expect(dayOf(at("2026-10-25T23:00:00Z"))).toBe("2026-10-26");
  });
});
