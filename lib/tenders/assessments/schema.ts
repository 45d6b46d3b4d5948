import { z } from "zod";
import { TenderVerdict } from "#lib/generated/prisma/enums";
import { optionalParagraphs } from "#lib/platform/fields";
import { BEST, CRITERIA } from "./rules.ts";

const mark = (most: number) =>
  z.number("Choisissez une note.").int().min(0, "Choisissez une note.").max(most, "Choisissez une note.");

/** The form "Y aller ou non". */
export const assessInput = z.object({
  tenderId: z.uuid(),
  scores: z
    .array(z.object({ criterion: z.enum(CRITERIA), weight: mark(3), score: mark(BEST) }))
    .length(CRITERIA.length, "Notez chaque critère."),
  verdict: z.enum(TenderVerdict, "Choisissez une décision."),
  note: optionalParagraphs({ most: 2_000 }),
});
export type AssessInput = z.output<typeof assessInput>;
