import { z } from "zod";
import { emailField } from "../schema.ts";

/** Asking for a link: the page of a forgotten password. */
export const linkRequestInput = z.object({
  email: emailField,
  /** Where to go afterwards. */
  next: z.string().max(2_000).optional(),
});
export type LinkRequestInput = z.infer<typeof linkRequestInput>;

const name = (missing: string) => z.string(missing).trim().min(1, missing).max(100, "100 caractères au plus.");

/** The same where newcomers are welcome: the name that their account will bear. */
export const newcomerInput = linkRequestInput.extend({
  firstName: name("Saisissez votre prénom."),
  lastName: name("Saisissez votre nom."),
});
export type NewcomerInput = z.infer<typeof newcomerInput>;

/** The secret of an e-mailed link. */
export const linkInput = z.object({ secret: z.string().max(100) });
export type LinkInput = z.infer<typeof linkInput>;

/** The six digits of the message; mail readers copy them with spaces. */
export const codeInput = z.object({
  code: z
    .string("Saisissez les six chiffres du message.")
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Saisissez les six chiffres du message, par exemple 042\u202f917.")),
});
export type CodeInput = z.infer<typeof codeInput>;
