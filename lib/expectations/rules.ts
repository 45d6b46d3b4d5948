import type { ExpectationState } from "#lib/generated/prisma/enums";

/** The states that may follow each one; the same list as the database's `expectation_may_become`. */
export const NEXT_STATES: Record<ExpectationState, ExpectationState[]> = {
  voiced: ["under_study"],
  under_study: ["kept", "set_aside"],
  kept: ["in_progress", "set_aside"],
  in_progress: ["done", "set_aside"],
  done: [],
  set_aside: ["under_study"],
};

/** How long an expectation may wait for an answer before its lead, then the board, are told. In days. */
export const PATIENCE = { lead: 60, board: 90 };

/** How far back a trend looks, in days. */
export const TREND_DAYS = 60;
