import type { MultipleCandidacyRule, TenderProcedure } from "#lib/generated/prisma/enums";

export const PROCEDURE_LABELS: Record<TenderProcedure, string> = {
  open: "Appel d’offres ouvert",
  restricted: "Appel d’offres restreint",
  adapted: "Procédure adaptée (MAPA)",
  negotiated: "Procédure avec négociation",
  other: "Autre procédure, ou non précisée",
};

export const CANDIDACY_LABELS: Record<MultipleCandidacyRule, string> = {
  not_read: "Pas encore lu dans le règlement",
  allowed: "Autorisé",
  forbidden: "Interdit",
};

export const DEPARTMENT_LABELS: Record<string, string> = { "62": "Pas-de-Calais", "59": "Nord" };
