import { z } from "zod";
import { humanFields } from "#lib/platform/human-form";
import { line, optionalLine } from "../schema.ts";
import { MOST_QUESTIONS } from "./rules.ts";

/** The form of whoever wants to come. */
export const registrationInput = z.object({
  event: z.string().max(120),
  firstName: line(80, "Saisissez votre prénom."),
  lastName: line(80, "Saisissez votre nom."),
  email: z
    .string({ error: "Saisissez votre adresse e-mail." })
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple vous@entreprise.fr.").max(254)),
  organization: optionalLine(150),
  guests: z.number("Combien de personnes viennent avec vous\u202f?").int().min(0).max(10, "Dix au plus.").default(0),
  answers: z
    .array(z.object({ question: z.uuid(), value: optionalLine(500) }))
    .max(MOST_QUESTIONS)
    .default([]),
  consent: z.literal("on", { error: "Cochez cette case pour que nous gardions votre inscription." }),
  ...humanFields,
});
export type RegistrationInput = z.output<typeof registrationInput>;

/** The buttons of the private page. */
export const linkInput = z.object({ token: z.string().max(300) });
