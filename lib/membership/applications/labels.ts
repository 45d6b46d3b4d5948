import type { ApplicationState } from "./rules.ts";

/** Where an application stands, as the board reads it. */
export const APPLICATION_STATE_LABELS: Record<ApplicationState, string> = {
  unconfirmed: "adresse à confirmer",
  to_review: "à examiner",
  to_complete: "à compléter",
  accepted: "acceptée",
  refused: "refusée",
  withdrawn: "retirée",
};
