import { z } from "zod";

/** A new password. */
export const passwordInput = z.object({
  password: z
    .string("Choisissez un mot de passe.")
    .max(200, "Ce mot de passe est trop long\u202f: 200 caractères au plus."),
});
export type PasswordInput = z.infer<typeof passwordInput>;
