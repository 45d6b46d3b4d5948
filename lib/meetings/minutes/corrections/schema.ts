import { z } from "zod";

const words = z.string().max(2_000, "2 000 caractères au plus.");

/** "Demander cette correction". */
export const askCorrectionInput = z.object({
  meetingId: z.uuid(),
  text: z.string({ error: "Dites ce qu’il faut corriger." }).trim().min(1, "Dites ce qu’il faut corriger.").pipe(words),
});
export type AskCorrectionInput = z.infer<typeof askCorrectionInput>;

/** "Accepter", "Refuser": a refusal says why. */
export const answerCorrectionInput = z
  .object({
    correctionId: z.uuid(),
    verdict: z.enum(["accept", "decline"], "Choisissez une réponse."),
    answer: z.string().trim().pipe(words).default(""),
  })
  .refine(({ verdict, answer }) => verdict === "accept" || answer !== "", {
    path: ["answer"],
    error: "Dites pourquoi\u202f: la personne qui l’a demandée le lira.",
  });
export type AnswerCorrectionInput = z.infer<typeof answerCorrectionInput>;
