import { MandateFunction } from "#lib/generated/prisma/enums";
import { columnOfDay, type Day } from "#lib/platform/dates";

/** The functions of the board, in the order of the club's page. */
export const BOARD_FUNCTIONS = [
  MandateFunction.president,
  MandateFunction.treasurer,
  MandateFunction.secretary,
  MandateFunction.board_member,
] as const;

/** How long before its end a mandate is prepared: two months. In days. */
export const ENDING_SOON_DAYS = 61;

/** The filter of what is in force on a day: both ends included, no end for ever. */
export function inForceOn(day: Day) {
  const column = columnOfDay(day);
  return { startsOn: { lte: column }, OR: [{ endsOn: null }, { endsOn: { gte: column } }] };
}
