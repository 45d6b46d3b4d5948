import { z } from "zod";
import { AffiliationRole, FieldVisibility } from "#lib/generated/prisma/enums";
import { handed, oneLine } from "#lib/platform/fields";

const id = z.uuid("Cette personne n’appartient pas à la structure.");
const structureId = z.uuid("Cette structure n’existe pas.");

/** A person of the structure, by their place in it: "Retirer", "Passer le relais". */
export const personInput = z.object({ id });

/** "Nommer référent", "Ne plus être référent". */
export const roleInput = z.object({ id, role: z.enum(AffiliationRole, "Choisissez un rôle.") });
export type RoleInput = z.infer<typeof roleInput>;

/** "Quitter la structure". */
export const leaveInput = z.object({ structureId });

/** The choice in the margin of the member area, and the page it was made from. */
export const actForInput = z.object({ structureId, next: handed({ most: 2_000 }).optional() });

/** How one is named, and to whom. */
export const introduceInput = z.object({
  structureId,
  position: oneLine({ most: 80 }).optional(),
  visibility: z.enum(FieldVisibility, "Choisissez qui vous voit."),
});
export type IntroduceInput = z.infer<typeof introduceInput>;
