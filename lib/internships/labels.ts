import type { InternshipLevel } from "#lib/generated/prisma/enums";
import { formatList } from "#lib/platform/french";
import type { OfferState } from "./rules.ts";

/** The diplomas that an offer is for, in the order of the years of study. */
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

/** "BTS, BUT 2 et Licence". */
export function levelsInWords(levels: InternshipLevel[]): string {
  return formatList(
    Object.entries(LEVEL_LABELS).flatMap(([level, label]) => (levels.some((own) => own === level) ? [label] : [])),
  );
}

export const OFFER_STATE_LABELS: Record<OfferState, string> = {
  draft: "Brouillon",
  first: "Montrée d’abord aux écoles choisies",
  open: "En ligne",
  expired: "Date limite passée",
  filled: "Pourvue",
  withdrawn: "Retirée",
};
