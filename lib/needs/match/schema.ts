import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";
import { oneLineOf } from "#lib/platform/plain-text";

/** The longest need that is read; more is a document. */
export const LONGEST_NEED = 10_000;

/** What the matching is asked: a buyer's text, and where the buyer is. */
export const matchInput = z.object(
  {
    text: z
      .string({ error: "Décrivez votre besoin dans «\u202ftext\u202f»." })
      .pipe(paragraphs({ most: LONGEST_NEED, missing: "Décrivez votre besoin en quelques mots." })),
    city: z
      .string({ error: "Le nom d’une ville est un texte." })
      .transform((city) => oneLineOf(city).slice(0, 100))
      .nullish()
      .transform((city) => city || null),
  },
  { error: 'Envoyez un objet JSON\u202f: {\u202f"text": "votre besoin"\u202f}.' },
);
export type MatchInput = z.output<typeof matchInput>;
