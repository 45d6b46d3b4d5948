import { z } from "zod";
import { NeedOutcome } from "#lib/generated/prisma/enums";
import { handed, optionalParagraphs, paragraphs } from "#lib/platform/fields";

const token = handed({ most: 300 });

export const buyerWordInput = z.object({
  token,
  member: handed({ most: 120 }),
  text: paragraphs({ most: 4_000, missing: "Écrivez votre message." }),
});

/** How a need ends: with a member, with somebody else, or not at all. */
export const closeInput = z
  .object({
    token,
    outcome: z.enum(NeedOutcome, { error: "Dites comment ce besoin se termine." }),
    winner: handed({ most: 120 })
      .optional()
      .transform((slug) => slug ?? null),
  })
  .refine(({ outcome, winner }) => outcome !== "won" || winner !== null, {
    path: ["winner"],
    error: "Dites quel adhérent vous avez retenu.",
  });
export type CloseInput = z.output<typeof closeInput>;

export const rateInput = z.object({
  token,
  satisfaction: z.coerce.number({ error: "Choisissez une réponse." }).int().min(1).max(5),
  comment: optionalParagraphs({ most: 4_000 }),
});
export type RateInput = z.output<typeof rateInput>;
