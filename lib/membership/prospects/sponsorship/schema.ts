import { z } from "zod";

const prospectId = z.uuid();

/** "Je connais", or not any more. */
export const acquaintanceInput = z.object({
  prospectId,
  knows: z.enum(["oui", "non"]),
  /** Where on the list the person was. */
  back: z.string().max(300).default(""),
});
export type AcquaintanceInput = z.infer<typeof acquaintanceInput>;

const words = (asked: string, most: number) =>
  z
    .string(asked)
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().min(1, asked).max(most, `Restez sous ${most} caractères.`));

/** A member's invitation to apply. */
export const invitationInput = z.object({
  prospectId,
  name: words("Saisissez le nom de la personne.", 120),
  email: z
    .string("Saisissez l’adresse e-mail de la personne.")
    .trim()
    .toLowerCase()
    .max(254, "Cette adresse est trop longue.")
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple nom@exemple.fr.")),
  message: words("Écrivez un mot\u202f: c’est vous qu’on lira.", 1_000),
});
export type InvitationInput = z.infer<typeof invitationInput>;
