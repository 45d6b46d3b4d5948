import { z } from "zod";

/** The longest need that is read; more is a document. */
export const LONGEST_NEED = 10_000;

/** What the matching is asked: a buyer's text, and where the buyer is. */
export const matchInput = z.object(
  {
    text: z
      .string({ error: "Décrivez votre besoin dans «\u202ftext\u202f»." })
      .transform((text) => text.replaceAll("\0", "").trim())
      .pipe(
        z
          .string()
          .min(1, "Décrivez votre besoin en quelques mots.")
          .max(LONGEST_NEED, "Résumez votre besoin\u202f: 10\u202f000 caractères au plus."),
      ),
    city: z
      .string({ error: "Le nom d’une ville est un texte." })
      .transform((city) => city.replaceAll("\0", "").trim().slice(0, 100))
      .nullish()
      .transform((city) => city || null),
  },
  { error: 'Envoyez un objet JSON\u202f: {\u202f"text": "votre besoin"\u202f}.' },
);
export type MatchInput = z.output<typeof matchInput>;
