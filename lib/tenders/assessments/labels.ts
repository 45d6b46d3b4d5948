import type { TenderCriterion, TenderVerdict } from "#lib/generated/prisma/enums";

export const CRITERION_LABELS: Record<TenderCriterion, { label: string; hint: string }> = {
  fit: { label: "C’est notre métier", hint: "Nous avons déjà fait cela, avec des références à montrer." },
  capacity: { label: "Nous en avons les moyens", hint: "Les bonnes personnes sont disponibles aux dates du marché." },
  margin: { label: "Nous y gagnons", hint: "Le prix attendu couvre le travail, la réponse comprise." },
  buyer: { label: "Nous connaissons l’acheteur", hint: "Ce qu’il attend, comment il note, comment il paie." },
  competition: { label: "Nous pouvons l’emporter", hint: "Peu de concurrents, ou quelque chose qu’ils n’ont pas." },
  risk: { label: "Les risques sont tenables", hint: "Pénalités, délais, avances, clauses inhabituelles." },
};

export const VERDICT_LABELS: Record<TenderVerdict, string> = {
  go: "Nous y allons",
  no_go: "Nous n’y allons pas",
  undecided: "À décider encore",
};

export const WEIGHT_LABELS = ["ne compte pas", "compte un peu", "compte", "compte beaucoup"] as const;
