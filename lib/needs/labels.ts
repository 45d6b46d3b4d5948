import type {
  DeclineReason,
  Headcount,
  IntroductionState,
  NeedBudget,
  NeedDelay,
  NeedOutcome,
} from "#lib/generated/prisma/enums";

export const DELAY_LABELS: Record<NeedDelay, string> = {
  now: "Dès que possible",
  month: "Dans le mois",
  quarter: "Dans les trois mois",
  later: "Plus tard, je me renseigne",
};

export const BUDGET_LABELS: Record<NeedBudget, string> = {
  unknown: "Je ne sais pas encore",
  under_1000: "Moins de 1\u202f000\u00a0€",
  under_5000: "De 1\u202f000 à 5\u202f000\u00a0€",
  under_20000: "De 5\u202f000 à 20\u202f000\u00a0€",
  over_20000: "Plus de 20\u202f000\u00a0€",
};

export const HEADCOUNT_LABELS: Record<Headcount, string> = {
  under_10: "Moins de 10 personnes",
  under_50: "De 10 à 49 personnes",
  under_250: "De 50 à 249 personnes",
  over_250: "250 personnes et plus",
};

/** What an introduction's state is to the member who answers it. */
export const STATE_LABELS: Record<IntroductionState, string> = {
  chosen: "Pas encore transmis",
  waiting: "À répondre",
  asking: "Question posée",
  interested: "Intéressé",
  declined: "Décliné",
  silent: "Sans réponse",
  won: "Retenu",
};

export const DECLINE_LABELS: Record<DeclineReason, string> = {
  not_our_trade: "Ce n’est pas notre métier",
  too_far: "C’est trop loin",
  no_time: "Pas de disponibilité en ce moment",
  wrong_size: "Trop petit ou trop grand pour nous",
  other: "Une autre raison",
};

export const OUTCOME_LABELS: Record<NeedOutcome, string> = {
  won: "Un adhérent du club",
  elsewhere: "Un autre prestataire",
  abandoned: "J’ai renoncé, ou réglé cela autrement",
};

/** From 1 to 5. */
export const SATISFACTION_LABELS = ["Très déçu", "Déçu", "Correct", "Satisfait", "Très satisfait"] as const;
