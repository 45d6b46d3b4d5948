import type { MandateFunction } from "#lib/generated/prisma/enums";

/** A function as a list names it. */
export const FUNCTION_LABELS: Record<MandateFunction, string> = {
  president: "Présidence",
  treasurer: "Trésorerie",
  secretary: "Secrétariat",
  board_member: "Membre du comité directeur",
  lead: "Responsable",
  deputy: "Suppléance",
};

const IN_SENTENCES: Record<MandateFunction, string> = {
  president: "la présidence du club",
  treasurer: "la trésorerie du club",
  secretary: "le secrétariat du club",
  board_member: "un siège au comité directeur",
  lead: "la responsabilité de la commission",
  deputy: "la suppléance de la commission",
};

/** "la responsabilité de la commission « Monde de la gestion »". */
export function officeInWords(held: MandateFunction, commission: string | null): string {
  return commission ? `${IN_SENTENCES[held]} «\u202f${commission}\u202f»` : IN_SENTENCES[held];
}
