import { z } from "zod";
import { emailAddress, handed, oneLine, paragraphs } from "#lib/platform/fields";

const prospectId = z.uuid();

/** "Je connais", or not any more. */
export const acquaintanceInput = z.object({
  prospectId,
  knows: z.enum(["oui", "non"]),
  /** Where on the list the person was. */
  back: handed({ most: 300 }).default(""),
});
export type AcquaintanceInput = z.infer<typeof acquaintanceInput>;

/** A member's invitation to apply. */
export const invitationInput = z.object({
  prospectId,
  name: oneLine({ most: 120, missing: "Saisissez le nom de la personne." }),
  email: emailAddress({ missing: "Saisissez l’adresse e-mail de la personne." }),
  message: paragraphs({ most: 1_000, missing: "Écrivez un mot\u202f: c’est vous qu’on lira." }),
});
export type InvitationInput = z.infer<typeof invitationInput>;
