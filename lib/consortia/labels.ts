import type { ConsortiumForm, ConsortiumState } from "#lib/generated/prisma/enums";

/** The three cases of the DC1 form, in its words. */
export const FORM_LABELS: Record<ConsortiumForm, string> = {
  joint: "Conjoint, mandataire non solidaire",
  joint_lead_several: "Conjoint, mandataire solidaire",
  several: "Solidaire",
};

/** What each form binds its members to (art. R2142-20 of the code de la commande publique). */
export const FORM_MEANINGS: Record<ConsortiumForm, string> = {
  joint: "Chaque membre répond des prestations qui lui sont attribuées, et d’elles seules.",
  joint_lead_several: "Chaque membre répond de ses prestations\u202f; le mandataire répond aussi de celles des autres.",
  several: "Chaque membre est engagé financièrement pour la totalité du marché.",
};

export const STATE_LABELS: Record<ConsortiumState, string> = {
  building: "en construction",
  submitted: "déposée",
  won: "gagnée",
  lost: "perdue",
  dropped: "abandonnée",
};
