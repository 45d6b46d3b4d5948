import { z } from "zod";
import { words } from "../schema.ts";

const SURVEY_KINDS = ["choice", "scale", "borda", "condorcet"] as const;

/** "Poser une question". One option a line. */
export const askSurveyInput = z
  .object({
    commission: z.string().min(1).max(80),
    expectationId: z.uuid().optional(),
    question: words("Écrivez votre question.", 200),
    kind: z.enum(SURVEY_KINDS, "Choisissez une façon de répondre."),
    options: z
      .string()
      .max(2_000)
      .default("")
      .transform((text) =>
        text
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    /** The last day to answer, included. */
    closesOn: z.iso.date("Choisissez un jour."),
  })
  .superRefine(({ kind, options }, context) => {
    const wrong = (message: string) => context.addIssue({ code: "custom", path: ["options"], message });
    if (kind === "scale") return;
    if (options.length < 2) wrong("Donnez au moins deux réponses possibles, une par ligne.");
    if (options.length > 12) wrong("Douze réponses au plus.");
    if (options.some((option) => option.length > 120)) wrong("Cent vingt caractères au plus par réponse.");
    if (new Set(options).size !== options.length) wrong("Deux réponses sont les mêmes.");
  });
export type AskSurveyInput = z.infer<typeof askSurveyInput>;

/** An answer: the options ticked, the mark, or for each option its rank. */
export const answerSurveyInput = z.object({
  id: z.uuid(),
  chosen: z.array(z.coerce.number().int().min(1).max(12)).max(12).default([]),
  ranks: z.array(z.coerce.number().int().min(1).max(12).optional()).max(12).default([]),
});
export type AnswerSurveyInput = z.infer<typeof answerSurveyInput>;
