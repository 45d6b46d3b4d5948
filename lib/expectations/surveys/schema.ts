import { z } from "zod";
import { atMost, day, handed, oneLine, optionalParagraphs } from "#lib/platform/fields";
import { oneLineOf } from "#lib/platform/plain-text";

const SURVEY_KINDS = ["choice", "scale", "borda", "condorcet"] as const;

/** "Poser une question". One option a line. */
export const askSurveyInput = z
  .object({
    commission: handed({ most: 80 }),
    expectationId: z.uuid().optional(),
    question: oneLine({ most: 200, missing: "Écrivez votre question." }),
    kind: z.enum(SURVEY_KINDS, "Choisissez une façon de répondre."),
    options: optionalParagraphs({ most: 2_000 }).transform((text) =>
      text.split("\n").flatMap((line) => oneLineOf(line) || []),
    ),
    /** The last day to answer, included. */
    closesOn: day(),
  })
  .superRefine(({ kind, options }, context) => {
    const wrong = (message: string) => context.addIssue({ code: "custom", path: ["options"], message });
    if (kind === "scale") return;
    if (options.length < 2) wrong("Donnez au moins deux réponses possibles, une par ligne.");
    if (options.length > 12) wrong("Douze réponses au plus.");
    if (options.some((option) => option.length > 120)) wrong(atMost(120, "par réponse"));
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
