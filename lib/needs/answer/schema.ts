import { z } from "zod";
import { DeclineReason } from "#lib/generated/prisma/enums";
import { day, optionalParagraphs, paragraphs } from "#lib/platform/fields";

/** A member's answer to a need: yes, a question first, or no and why. */
export const answerInput = z
  .object({
    needId: z.uuid(),
    answer: z.enum(["interested", "asking", "declined"], { error: "Choisissez votre réponse." }),
    promisedOn: day()
      .optional()
      .transform((promised) => promised ?? null),
    declineReason: z
      .enum(DeclineReason)
      .optional()
      .transform((reason) => reason ?? null),
    text: optionalParagraphs({ most: 4_000 }),
  })
  .refine(({ answer, text }) => answer !== "asking" || text.length > 0, {
    path: ["text"],
    error: "Écrivez votre question.",
  })
  .refine(({ answer, declineReason }) => answer !== "declined" || declineReason !== null, {
    path: ["declineReason"],
    error: "Dites pourquoi\u202f: le club apprend de vos refus.",
  });
export type AnswerInput = z.output<typeof answerInput>;

export const memberWordInput = z.object({
  needId: z.uuid(),
  text: paragraphs({ most: 4_000, missing: "Écrivez votre message." }),
});
