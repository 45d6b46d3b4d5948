import { addDays, type Day } from "#lib/platform/dates";

/** Public holidays of France by year (code du travail, L3133-1), Alsace-Moselle's own left out. */
const known = new Map<string, Map<Day, string>>();

/** The public holiday on this day: "Ascension"; null on the others. */
export function publicHolidayOn(day: Day): string | null {
  const year = day.slice(0, 4);
  let holidays = known.get(year);
  if (!holidays) {
    holidays = holidaysOf(year);
    known.set(year, holidays);
  }
  return holidays.get(day) ?? null;
}

function holidaysOf(year: string): Map<Day, string> {
  const easter = easterSunday(Number(year));
  return new Map([
    [`${year}-01-01`, "Jour de l’an"],
    [addDays(easter, 1), "Lundi de Pâques"],
    [`${year}-05-01`, "Fête du travail"],
    [`${year}-05-08`, "Victoire de 1945"],
    [addDays(easter, 39), "Ascension"],
    [addDays(easter, 50), "Lundi de Pentecôte"],
    [`${year}-07-14`, "Fête nationale"],
    [`${year}-08-15`, "Assomption"],
    [`${year}-11-01`, "Toussaint"],
    [`${year}-11-11`, "Armistice de 1918"],
    [`${year}-12-25`, "Noël"],
  ]);
}

/** The Gregorian computus as Meeus gives it (Astronomical Algorithms, chapter 8); the letters are his. */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
