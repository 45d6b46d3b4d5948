import { z } from "zod";
import { optionalParagraphs, paragraphs } from "#lib/platform/fields";

/** "Demander cette correction". */
export const askCorrectionInput = z.object({
  meetingId: z.uuid(),
  text: paragraphs({ most: 2_000, missing: "Dites ce qu’il faut corriger." }),
});
export type AskCorrectionInput = z.infer<typeof askCorrectionInput>;

/** "Accepter", "Refuser": a refusal says why. */
export const answerCorrectionInput = z
  .object({
    correctionId: z.uuid(),
    verdict: z.enum(["accept", "decline"], "Choisissez une réponse."),
    answer: optionalParagraphs({ most: 2_000 }),
  })
  .refine(({ verdict, answer }) => verdict === "accept" || answer !== "", {
    path: ["answer"],
    error: "Dites pourquoi\u202f: la personne qui l’a demandée le lira.",
  });
export type AnswerCorrectionInput = z.infer<typeof answerCorrectionInput>;
