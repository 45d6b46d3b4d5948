import { z } from "zod";

/** What the sign-in form sends. */
export const signInInput = z.object({
  email: z
    .string("Saisissez votre adresse e-mail.")
    .trim()
    .toLowerCase()
    .max(254, "Cette adresse est trop longue.")
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple nom@exemple.fr.")),
  password: z.string("Saisissez votre mot de passe.").max(200, "Ce mot de passe est trop long."),
  /** Where to go afterwards. */
  next: z.string().max(2_000).optional(),
});
export type SignInInput = z.infer<typeof signInInput>;
