import type { ExpectationCategory, ExpectationState } from "#lib/generated/prisma/enums";

export const STATE_LABELS: Record<ExpectationState, string> = {
  voiced: "nouvelle",
  under_study: "à l’étude",
  kept: "retenue",
  in_progress: "en cours",
  done: "réalisée",
  set_aside: "écartée",
};

/** What a step did, told to those who follow: "Votre attente … est …". */
export const STEP_LABELS: Record<ExpectationState, string> = {
  voiced: "exprimée",
  under_study: "mise à l’étude",
  kept: "retenue",
  in_progress: "en cours de réalisation",
  done: "réalisée",
  set_aside: "écartée",
};

/** The button that takes the step. */
export const STEP_ACTIONS: Record<ExpectationState, string> = {
  voiced: "Rouvrir",
  under_study: "Mettre à l’étude",
  kept: "Retenir cette attente",
  in_progress: "Dire que c’est en cours",
  done: "Dire que c’est fait",
  set_aside: "Écarter cette attente",
};

export const CATEGORY_LABELS: Record<ExpectationCategory, string> = {
  training: "formation",
  purchasing: "achats groupés",
  event: "rencontres",
  tool: "outils communs",
  school: "écoles et stages",
  visibility: "visibilité",
  business: "affaires et marchés",
  other: "autre",
};
