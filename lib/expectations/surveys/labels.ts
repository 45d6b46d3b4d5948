import type { SurveyKind } from "#lib/generated/prisma/enums";

export const SURVEY_KIND_LABELS: Record<SurveyKind, string> = {
  choice: "Cocher une ou plusieurs réponses",
  scale: "Donner une note de 1 à 5",
  borda: "Classer, et compter des points (Borda)",
  condorcet: "Classer, et compter des duels (Condorcet)",
};

/** How the results come about, told to whoever reads them. */
export const SURVEY_METHODS: Record<SurveyKind, string> = {
  choice: "Chaque structure coche ce qu’elle veut\u202f; on compte les structures.",
  scale:
    "Chaque structure donne une note de 1 (pas du tout) à 5 (tout à fait)\u202f; on montre la répartition et la moyenne.",
  borda:
    "Chaque structure classe les réponses. Avec n réponses, la première d’un classement reçoit n − 1 points, la dernière aucun\u202f; les points s’additionnent.",
  condorcet:
    "Chaque structure classe les réponses. Chaque réponse affronte chacune des autres en duel\u202f: gagne le duel celle que le plus de structures placent devant. Si les duels tournent en rond, la plus forte chaîne de duels gagnés départage (méthode de Schulze).",
};
