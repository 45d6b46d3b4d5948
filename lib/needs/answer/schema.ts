import { z } from "zod";
import { DeclineReason } from "#lib/generated/prisma/enums";

// Refined, not piped: Conform reads an empty text as none, between two pipes too.
const words = z
  .string()
  .optional()
  .transform((text) => text?.replaceAll("\0", "").trim() ?? "")
  .refine((text) => text.length <= 4_000, "Raccourcissez\u202f: 4\u202f000 caractères au plus.");

/** A member's answer to a need: yes, a question first, or no and why. */
export const answerInput = z
  .object({
    needId: z.uuid(),
    answer: z.enum(["interested", "asking", "declined"], { error: "Choisissez votre réponse." }),
    promisedOn: z.iso
      .date("Saisissez une date.")
      .optional()
      .transform((day) => day ?? null),
    declineReason: z
      .enum(DeclineReason)
      .optional()
      .transform((reason) => reason ?? null),
    text: words,
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
  text: words.refine((text) => text.length > 0, "Écrivez votre message."),
});
