import { columnOfDay, type Day } from "./dates.ts";

/** The filter of the mandates and affiliations in force on a day: both ends included, no end for ever. */
export function inForceOn(day: Day) {
  const column = columnOfDay(day);
  return { startsOn: { lte: column }, OR: [{ endsOn: null }, { endsOn: { gte: column } }] };
}
