import { z } from "zod";
import { AffiliationRole } from "#lib/generated/prisma/enums";
import { handed, oneLine } from "#lib/platform/fields";
import { emailField } from "../schema.ts";

const structureId = z.uuid("Cette structure n’existe pas.");
const email = emailField;
const name = oneLine({ most: 80 }).optional();

/** What the invitation form of a structure sends. */
export const inviteInput = z.object({
  structureId,
  email,
  role: z.enum(AffiliationRole, "Choisissez un rôle."),
  position: oneLine({ most: 80 }).optional(),
});
export type InviteInput = z.infer<typeof inviteInput>;

/** The "Renvoyer" and "Annuler" buttons of one that waits. */
export const pendingInput = z.object({ id: z.uuid("Cette invitation n’existe pas.") });

/** The button at the end of the link; the name is asked of those whom the club does not know yet. */
export const acceptInput = z.object({
  token: handed({ most: 100 }),
  firstName: name,
  lastName: name,
});
export type AcceptInput = z.infer<typeof acceptInput>;
