import type { ProspectState } from "#lib/generated/prisma/enums";

/** The pipeline of contact, in its order. */
export const PROSPECT_STATE_LABELS: Record<ProspectState, string> = {
  to_contact: "à contacter",
  contacted: "contactée",
  interested: "intéressée",
  invited: "invitée",
  applied: "a déposé sa demande",
  member: "adhérente",
  not_interested: "pas intéressée",
};
