import { z } from "zod";
import { TenderVerdict } from "#lib/generated/prisma/enums";
import { BEST, CRITERIA } from "./rules.ts";

const LONGEST = 2_000;
const mark = (most: number) =>
  z.number("Choisissez une note.").int().min(0, "Choisissez une note.").max(most, "Choisissez une note.");

/** The form "Y aller ou non". */
export const assessInput = z.object({
  tenderId: z.uuid(),
  scores: z
    .array(z.object({ criterion: z.enum(CRITERIA), weight: mark(3), score: mark(BEST) }))
    .length(CRITERIA.length, "Notez chaque critère."),
  verdict: z.enum(TenderVerdict, "Choisissez une décision."),
  note: z
    .string()
    .trim()
    .max(LONGEST, `Ce texte est trop long\u202f: ${LONGEST} caractères au plus.`)
    .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\0", ""))
    .default(""),
});
export type AssessInput = z.output<typeof assessInput>;
