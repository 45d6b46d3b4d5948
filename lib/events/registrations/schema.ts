import { z } from "zod";
import { emailAddress, handed, oneLine, optionalLine } from "#lib/platform/fields";
import { humanFields } from "#lib/platform/human-form";
import { MOST_QUESTIONS } from "./rules.ts";

/** The form of whoever wants to come. */
export const registrationInput = z.object({
  event: handed({ most: 120 }),
  firstName: oneLine({ most: 80, missing: "Saisissez votre prénom." }),
  lastName: oneLine({ most: 80, missing: "Saisissez votre nom." }),
  email: emailAddress({ missing: "Saisissez votre adresse e-mail." }),
  organization: optionalLine({ most: 150 }),
  guests: z.number("Combien de personnes viennent avec vous\u202f?").int().min(0).max(10, "Dix au plus.").default(0),
  answers: z
    .array(z.object({ question: z.uuid(), value: optionalLine({ most: 500 }) }))
    .max(MOST_QUESTIONS)
    .default([]),
  consent: z.literal("on", { error: "Cochez cette case pour que nous gardions votre inscription." }),
  ...humanFields,
});
export type RegistrationInput = z.output<typeof registrationInput>;

/** The buttons of the private page. */
export const linkInput = z.object({ token: handed({ most: 300 }) });
