import type { HandRole } from "#lib/generated/prisma/enums";

export const HAND_ROLE_LABELS: Record<HandRole, string> = {
  lead: "Mandataire",
  partner: "Cotraitant",
  subcontractor: "Sous-traitant",
};
