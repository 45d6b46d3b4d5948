import { z } from "zod";
import { handed, oneLine } from "#lib/platform/fields";
import { emailField } from "../schema.ts";

/** Asking for a link: the page of a forgotten password. */
export const linkRequestInput = z.object({
  email: emailField,
  /** Where to go afterwards. */
  next: handed({ most: 2_000 }).optional(),
});
export type LinkRequestInput = z.infer<typeof linkRequestInput>;

/** The same where newcomers are welcome: the name that their account will bear. */
export const newcomerInput = linkRequestInput.extend({
  firstName: oneLine({ most: 100, missing: "Saisissez votre prénom." }),
  lastName: oneLine({ most: 100, missing: "Saisissez votre nom." }),
});
export type NewcomerInput = z.infer<typeof newcomerInput>;

/** The secret of an e-mailed link. */
export const linkInput = z.object({ secret: handed({ most: 100 }) });
export type LinkInput = z.infer<typeof linkInput>;

/** The six digits of the message; mail readers copy them with spaces. */
export const codeInput = z.object({
  code: z
    .string("Saisissez les six chiffres du message.")
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Saisissez les six chiffres du message, par exemple 042\u202f917.")),
});
export type CodeInput = z.infer<typeof codeInput>;
