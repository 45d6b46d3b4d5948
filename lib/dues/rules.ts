import { addDays, type Day, daysBetween } from "#lib/platform/dates";

/** The calendar year in which the membership year of `day` begins; years begin with `firstMonth` (1 to 12). */
export function membershipYearOf(day: Day, firstMonth: number): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= firstMonth ? year : year - 1;
}

/** The first and the last day of a membership year. */
export function daysOfYear(year: number, firstMonth: number): { first: Day; last: Day } {
  const first = firstOf(year, firstMonth);
  return { first, last: addDays(firstOf(year + 1, firstMonth), -1) };
}

/** "2026" for a calendar year, "2026-2027" for one that straddles two. */
export function yearInWords(year: number, firstMonth: number): string {
  return firstMonth === 1 ? String(year) : `${year}-${year + 1}`;
}

interface Rate {
  kind: string | null;
  headcount: string | null;
  /** A day. */
  validFrom: Day;
}

/**
 * The line of the schedule for a structure on `day`: one for its kind and size before one for its kind,
 * before one for its size, before the general one; of several, the latest in force. Null: there is none.
 */
export function rateFor<R extends Rate>(
  rates: R[],
  { kind, headcount }: { kind: string; headcount: string | null },
  day: Day,
): R | null {
  const precision = (rate: Rate) => (rate.kind ? 2 : 0) + (rate.headcount ? 1 : 0);
  const [best] = rates
    .filter((rate) => rate.validFrom <= day)
    .filter((rate) => rate.kind === null || rate.kind === kind)
    .filter((rate) => rate.headcount === null || rate.headcount === headcount)
    .sort((a, b) => precision(b) - precision(a) || b.validFrom.localeCompare(a.validFrom));
  return best ?? null;
}

/**
 * How many twelfths of the year a structure owes: the month it joined in counts whole. Twelve for
 * whoever was a member before the year began.
 */
export function monthsOwed(joinedOn: Day, year: number, firstMonth: number): number {
  const [joinedYear = 0, joinedMonth = 0] = joinedOn.split("-").map(Number);
  const elapsed = (joinedYear - year) * 12 + joinedMonth - firstMonth;
  return Math.min(12, Math.max(0, 12 - elapsed));
}

/** A part of an amount, in whole cents. */
export function twelfthsOf(amountCents: number, months: number): number {
  return Math.round((amountCents * months) / 12);
}

export type CallState = "paid" | "overpaid" | "partly_paid" | "due" | "late";

/** Where a call stands on `today`. */
export function callState(call: { balanceCents: number; paidCents: number; dueOn: Day }, today: Day): CallState {
  if (call.balanceCents < 0) return "overpaid";
  if (call.balanceCents === 0) return "paid";
  if (call.dueOn < today) return "late";
  return call.paidCents > 0 ? "partly_paid" : "due";
}

/** The last warning leaves this many days before a member leaves the directory. */
const WARNING_DAYS = 14;

interface Rhythm {
  reminderDays: number[];
  lapseAfterDays: number;
}

/** The days late at which something is said, the last of them with the day of the lapse. */
function steps({ reminderDays, lapseAfterDays }: Rhythm): number[] {
  const warning = lapseAfterDays - WARNING_DAYS;
  return [...new Set([...reminderDays.filter((days) => days < warning), warning])].sort((a, b) => a - b);
}

/**
 * The reminder that an unpaid call waits for on `today`, as its days late; null: none, or it has left.
 * When several were missed, only the latest leaves: nobody gets three letters at once.
 */
export function reminderDue(dueOn: Day, sent: { step: number | null }[], rhythm: Rhythm, today: Day): number | null {
  const late = daysBetween(dueOn, today);
  const step = steps(rhythm).findLast((days) => days <= late);
  if (step === undefined) return null;
  return sent.some((reminder) => reminder.step !== null && reminder.step >= step) ? null : step;
}

/** Whether a reminder is the last before the lapse. */
export function isLastWarning(step: number, { lapseAfterDays }: Rhythm): boolean {
  return step >= lapseAfterDays - WARNING_DAYS;
}

/** The day on which a member who has not paid leaves the directory. */
export function lapseDay(dueOn: Day, { lapseAfterDays }: Rhythm): Day {
  return addDays(dueOn, lapseAfterDays);
}

/** Whether a member leaves the directory on `today`: late enough, and warned two weeks before. */
export function mustLapse(
  dueOn: Day,
  sent: { step: number | null; sentOn: Day }[],
  rhythm: Rhythm,
  today: Day,
): boolean {
  const isWarned = sent.some(
    ({ step, sentOn }) => step !== null && isLastWarning(step, rhythm) && daysBetween(sentOn, today) >= WARNING_DAYS,
  );
  return isWarned && lapseDay(dueOn, rhythm) <= today;
}

/** The number after `last` of a yearly series: "COT-2026-0007". */
export function nextNumber(series: "COT" | "REC", year: number, last: string | null): string {
  const number = Number(last?.split("-")[2] ?? 0) + 1;
  return `${series}-${year}-${String(number).padStart(4, "0")}`;
}

/** An IBAN by groups of four, as banks print it. */
export function spacedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Whether an IBAN's own key is right (ISO 13616: modulo 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

function firstOf(year: number, month: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-01`;
}
