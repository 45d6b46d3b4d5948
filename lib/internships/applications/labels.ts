import type { ApplicationState, RefusalCause } from "#lib/generated/prisma/enums";

/** Where an application stands, for its student. */
export const STATE_LABELS: Record<ApplicationState, string> = {
  draft: "Brouillon",
  received: "Envoyée",
  read: "Lue",
  interview: "Entretien",
  offered: "Place proposée",
  accepted: "Acceptée",
  refused: "Refusée",
  withdrawn: "Retirée",
};

/** The same for the company that received it. */
export const RECEIVED_LABELS: Record<ApplicationState, string> = {
  ...STATE_LABELS,
  received: "Non lue",
  offered: "Place proposée, réponse attendue",
  withdrawn: "Retirée par l’étudiant",
};

export const CAUSE_LABELS: Record<RefusalCause, string> = {
  company: "L’entreprise a répondu.",
  silence: "L’entreprise n’a pas répondu à la date promise\u202f: le portail a répondu à sa place.",
  filled: "Toutes les places ont été pourvues.",
};

/** What a student follows, in order. */
export const STEPS = ["received", "read", "interview", "offered", "accepted"] as const satisfies ApplicationState[];
