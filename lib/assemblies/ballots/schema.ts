import { z } from "zod";

const MOST_BALLOTS = 500;

/** The ballots of whoever votes: their own, and those that they hold. */
export const castInput = z.object({
  resolutionId: z.uuid(),
  ballots: z
    .array(
      z.object({
        voterId: z.uuid(),
        choiceIds: z
          .array(z.uuid(), "Choisissez une réponse.")
          .min(1, "Choisissez une réponse.")
          .max(50, "Trop de noms pour un bulletin."),
      }),
    )
    .min(1, "Choisissez une réponse.")
    .max(MOST_BALLOTS),
});
export type CastInput = z.infer<typeof castInput>;

/** A show of hands, as the chair saw it: those who stand apart, and what all the others answered. */
export const handsInput = z.object({
  resolutionId: z.uuid(),
  others: z.uuid("Choisissez ce que répondent les autres.").optional(),
  hands: z
    .array(z.object({ voterId: z.uuid(), choiceId: z.uuid().optional() }))
    .max(MOST_BALLOTS)
    .default([]),
});
export type HandsInput = z.infer<typeof handsInput>;
