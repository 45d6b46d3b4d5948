import type { RegistrationQuestionKind, RegistrationState } from "#lib/generated/prisma/enums";

export const STATE_LABELS: Record<RegistrationState, string> = {
  unconfirmed: "Adresse à confirmer",
  registered: "Inscrit",
  waiting: "En liste d’attente",
  withdrawn: "Désisté",
};

export const QUESTION_KIND_LABELS: Record<RegistrationQuestionKind, string> = {
  short_text: "Une ligne de texte",
  choice: "Un choix dans une liste",
  yes_no: "Oui ou non",
};
