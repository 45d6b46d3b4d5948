import { z } from "zod";
import { oneLine, optionalParagraphs } from "#lib/platform/fields";
import { oneLineOf } from "#lib/platform/plain-text";

const MAJORITIES = ["simple", "absolute", "two_thirds"] as const;
const MOST_CANDIDATES = 40;

/** Names, one a line. */
const candidates = optionalParagraphs({ most: 8_000 })
  .transform((text) => [...new Set(text.split("\n").flatMap((line) => oneLineOf(line) || []))])
  .refine((names) => names.length <= MOST_CANDIDATES, `${MOST_CANDIDATES} candidats au plus.`)
  .refine((names) => names.every((name) => name.length <= 120), "Un nom tient en 120 caractères.");

/** What is put to the vote. */
export const resolutionInput = z.object({
  assemblyId: z.uuid(),
  kind: z.enum(["decision", "election"], "Choisissez ce que l’on vote."),
  title: oneLine({ most: 200, missing: "Donnez un titre à la résolution." }),
  text: optionalParagraphs({ most: 5_000 }),
  majority: z.enum(MAJORITIES, "Choisissez une majorité."),
  isSecret: z.boolean().default(false),
  seats: z
    .number({ error: "Indiquez combien de sièges sont à pourvoir." })
    .int("Indiquez un nombre entier.")
    .min(1, "Un siège au moins.")
    .max(50, "50 sièges au plus.")
    .default(1),
  candidates,
});
export type ResolutionInput = z.infer<typeof resolutionInput>;
/** As the form holds it. */
export type ResolutionFields = Omit<ResolutionInput, "candidates"> & { candidates: string };

/** Other candidates for an election that has not begun. */
export const candidatesInput = z.object({
  resolutionId: z.uuid(),
  candidates: candidates.refine((names) => names.length > 0, "Un candidat au moins."),
});

/** A button about a resolution. */
export const resolutionIntention = z.object({ resolutionId: z.uuid() });
