import type { FeePaymentMethod, HeadcountBracket, ProRata } from "#lib/generated/prisma/enums";
import type { CallState } from "./rules.ts";

export const HEADCOUNT_LABELS: Record<HeadcountBracket, string> = {
  up_to_2: "1 ou 2 personnes",
  up_to_9: "3 à 9 personnes",
  up_to_19: "10 à 19 personnes",
  up_to_49: "20 à 49 personnes",
  over_49: "50 personnes et plus",
};

export const METHOD_LABELS: Record<FeePaymentMethod, string> = {
  transfer: "virement",
  cheque: "chèque",
  card: "carte bancaire",
};

export const CALL_STATE_LABELS: Record<CallState, string> = {
  paid: "réglée",
  overpaid: "trop-perçu",
  partly_paid: "réglée en partie",
  due: "à régler",
  late: "en retard",
};

export const PRO_RATA_LABELS: Record<ProRata, string> = {
  full: "L’année entière, quelle que soit la date d’arrivée",
  months: "Autant de douzièmes que de mois restants, celui de l’arrivée compris",
};

export const MONTH_LABELS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
