import { z } from "zod";
import { AffiliationRole } from "#lib/generated/prisma/enums";
import { signInInput } from "../schema.ts";

const structureId = z.uuid("Cette structure n’existe pas.");
const email = signInInput.shape.email;
const name = z.string().trim().max(80, "80 caractères au plus.").optional();

/** What the invitation form of a structure sends. */
export const inviteInput = z.object({
  structureId,
  email,
  role: z.enum(AffiliationRole, "Choisissez un rôle."),
  position: z.string().trim().max(80, "80 caractères au plus.").optional(),
});
export type InviteInput = z.infer<typeof inviteInput>;

/** The "Renvoyer" and "Annuler" buttons of one that waits. */
export const pendingInput = z.object({ id: z.uuid("Cette invitation n’existe pas.") });

/** The button at the end of the link; the name is asked of those whom the club does not know yet. */
export const acceptInput = z.object({
  token: z.string().max(100),
  firstName: name,
  lastName: name,
});
export type AcceptInput = z.infer<typeof acceptInput>;
