import { z } from "zod";
import { oneLine } from "#lib/meetings/schema";

const MAJORITIES = ["simple", "absolute", "two_thirds"] as const;
const MOST_CANDIDATES = 40;

/** Names, one a line. */
const candidates = z
  .string()
  .max(8_000, "8 000 caractères au plus.")
  .default("")
  .transform((text) => [...new Set(text.split(/\r?\n/).map((line) => line.replace(/\s+/g, " ").trim()))])
  .transform((names) => names.filter((name) => name !== ""))
  .refine((names) => names.length <= MOST_CANDIDATES, `${MOST_CANDIDATES} candidats au plus.`)
  .refine((names) => names.every((name) => name.length <= 120), "Un nom tient en 120 caractères.");

/** What is put to the vote. */
export const resolutionInput = z.object({
  assemblyId: z.uuid(),
  kind: z.enum(["decision", "election"], "Choisissez ce que l’on vote."),
  title: oneLine(200, "Donnez un titre à la résolution."),
  text: z.string().trim().max(5_000, "5 000 caractères au plus.").default(""),
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
