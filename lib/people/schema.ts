import { z } from "zod";

export const emailField = z
  .string("Saisissez votre adresse e-mail.")
  .trim()
  .toLowerCase()
  .max(254, "Cette adresse est trop longue.")
  .pipe(z.email("Saisissez une adresse e-mail complète, par exemple nom@exemple.fr."));

/** Address and password. */
export const signInInput = z.object({
  email: emailField,
  password: z.string("Saisissez votre mot de passe.").max(200, "Ce mot de passe est trop long."),
  /** Where to go afterwards. */
  next: z.string().max(2_000).optional(),
});

/** What the sign-in page sends: one address, and the way in that was chosen. */
export const entryInput = z.discriminatedUnion("means", [
  signInInput.extend({ means: z.literal("password") }),
  z.object({ means: z.literal("link"), email: emailField, next: signInInput.shape.next }),
]);
export type EntryInput = z.infer<typeof signInInput> & { means: "password" | "link" };
