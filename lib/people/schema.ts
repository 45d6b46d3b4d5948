import { z } from "zod";
import { emailAddress, handed } from "#lib/platform/fields";

export const emailField = emailAddress({ missing: "Saisissez votre adresse e-mail." });

/** Address and password. */
export const signInInput = z.object({
  email: emailField,
  password: z.string("Saisissez votre mot de passe.").max(200, "Ce mot de passe est trop long."),
  /** Where to go afterwards. */
  next: handed({ most: 2_000 }).optional(),
});

/** What the sign-in page sends: one address, and the way in that was chosen. */
export const entryInput = z.discriminatedUnion("means", [
  signInInput.extend({ means: z.literal("password") }),
  z.object({ means: z.literal("link"), email: emailField, next: signInInput.shape.next }),
]);
export type EntryInput = z.infer<typeof signInInput> & { means: "password" | "link" };
