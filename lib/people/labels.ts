import type { AffiliationRole } from "#lib/generated/prisma/enums";

/** What a person is for a structure. */
export const ROLE_LABELS: Record<AffiliationRole, string> = {
  primary_contact: "Référent",
  colleague: "Collègue",
};

/** The same, with what it allows: for whoever chooses. */
export const ROLE_CHOICES: { value: AffiliationRole; label: string }[] = [
  { value: "colleague", label: "Collègue\u202f: tient la fiche à jour et participe aux commissions" },
  { value: "primary_contact", label: "Référent\u202f: de plus, invite, retire et nomme les personnes de la structure" },
];
