import type { InternshipLevel } from "#lib/generated/prisma/enums";

/** The diplomas that an offer is for. */
export const LEVEL_LABELS: Record<InternshipLevel, string> = {
  bts: "BTS",
  but1: "BUT 1",
  but2: "BUT 2",
  but3: "BUT 3",
  licence: "Licence",
  licence_pro: "Licence professionnelle",
  master: "Master",
  engineering: "École d’ingénieurs",
};
