import { Temporal } from "temporal-polyfill";
import type { Clock } from "./clock.ts";

/**
 * The only place that turns a date into words. Everything is said in the club's own time: an instant
 * has no day nor hour before it is seen from `Europe/Paris`, wherever the server runs.
 */
export const ZONE = "Europe/Paris";

/** A calendar day, `YYYY-MM-DD`: it has no hour and no zone. */
export type Day = string;

/** Keeps "18 h 30" and "8 octobre" on one line. */
const NBSP = "\u00a0";

/** Today in the Artois: near midnight it is not the server's day. */
export function today(clock: Clock): Day {
  return dayOf(clock());
}

/** The day on which an instant falls in the Artois. */
export function dayOf(instant: Date): Day {
  return toParis(instant).toPlainDate().toString();
}

/** A `DATE` column as a day: the database's client hands it over as midnight UTC. */
export function dayOfColumn(column: Date): Day {
  return column.toISOString().slice(0, 10);
}

/** The other way: what the database's client expects for a `DATE` column. */
export function columnOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** An instant seen from the club: wall clock, day and offset. */
export function toParis(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
}

/**
 * The instant at which clocks of the Artois show `time` (`HH:MM`) on `day`. An hour that the summer
 * change skips is moved on by that hour; one that occurs twice is the first (RFC 5545, 3.3.5).
 */
export function fromParis(day: Day, time: string): Date {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(wall.toZonedDateTime(ZONE, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day `months` later (earlier when negative); the last of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole days from the first to the second: negative when the second comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return columnOfDay(day).getUTCDay() || 7;
}

/** For machines: `2026-10-08T18:30:00+02:00` (ISO 8601 with the offset of that day). */
export function isoInstant(instant: Date): string {
  return toParis(instant).toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** "jeudi 8 octobre 2026". */
export function formatDay(day: Day): string {
  return `${formatWeekday(day)} ${numberAndMonth(day, "long")} ${yearOf(day)}`;
}

/** "8 oct. 2026": where the width is counted. */
export function formatDayShort(day: Day): string {
  return `${numberAndMonth(day, "short")} ${yearOf(day)}`;
}

/** "jeudi". */
export function formatWeekday(day: Day): string {
  return word("weekday", "long", day);
}

/** "octobre 2026": the title of a month. */
export function formatMonth(day: Day): string {
  return `${word("month", "long", day)} ${yearOf(day)}`;
}

/** "du 8 au 12 octobre 2026", "du 28 septembre au 2 octobre 2026", "du 28 décembre 2026 au 3 janvier 2027". */
export function formatDays(from: Day, to: Day): string {
  if (from === to) return formatDay(from);
  const end = `${numberAndMonth(to, "long")} ${yearOf(to)}`;
  if (yearOf(from) !== yearOf(to)) return `du ${numberAndMonth(from, "long")} ${yearOf(from)} au ${end}`;
  if (from.slice(0, 7) !== to.slice(0, 7)) return `du ${numberAndMonth(from, "long")} au ${end}`;
  return `du ${dayNumber(from)} au ${end}`;
}

/** "18 h 30", "18 h" on the hour. */
export function formatTime(instant: Date): string {
  const { hour, minute } = toParis(instant);
  return minute === 0 ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${String(minute).padStart(2, "0")}`;
}

/** "jeudi 8 octobre 2026 à 18 h 30". */
export function formatInstant(instant: Date): string {
  return `${formatDay(dayOf(instant))} à ${formatTime(instant)}`;
}

/** "jeudi 8 octobre 2026, de 18 h 30 à 20 h"; over two days, "du … à … au … à …". */
export function formatRange(start: Date, end: Date): string {
  if (dayOf(start) !== dayOf(end)) return `du ${formatInstant(start)} au ${formatInstant(end)}`;
  return `${formatDay(dayOf(start))}, de ${formatTime(start)} à ${formatTime(end)}`;
}

/** The pieces of a day set as typography: "jeu.", "8", "" (or "er", set small), "oct.", "2026". */
export function dayPieces(day: Day) {
  const number = Number(day.slice(8, 10));
  return {
    weekday: word("weekday", "short", day),
    number: String(number),
    ordinal: number === 1 ? "er" : "",
    month: word("month", "short", day),
    year: yearOf(day),
  };
}

function numberAndMonth(day: Day, width: "long" | "short"): string {
  return `${dayNumber(day)}${NBSP}${word("month", width, day)}`;
}

/** Only the first of a month is an ordinal in French: "1er mai", "2 mai". */
function dayNumber(day: Day): string {
  const number = Number(day.slice(8, 10));
  return number === 1 ? "1er" : String(number);
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a format costs a hundred times its use. */
function word(field: "weekday" | "month", width: "long" | "short", day: Day): string {
  const key = `${field} ${width}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("fr-FR", { [field]: width, timeZone: "UTC" });
    formats.set(key, format);
  }
  return format.format(columnOfDay(day));
}
