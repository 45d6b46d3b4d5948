import { MandateFunction } from "#lib/generated/prisma/enums";

/** The functions of the board, in the order of the club's page. */
export const BOARD_FUNCTIONS = [
  MandateFunction.president,
  MandateFunction.treasurer,
  MandateFunction.secretary,
  MandateFunction.board_member,
] as const;

/** How long before its end a mandate is prepared: two months. In days. */
export const ENDING_SOON_DAYS = 61;
