import { z } from "zod";
import { NeedOutcome } from "#lib/generated/prisma/enums";

const token = z.string().max(300);
const words = z
  .string()
  .optional()
  .transform((text) => text?.replaceAll("\0", "").trim() ?? "")
  .refine((text) => text.length <= 4_000, "Raccourcissez\u202f: 4\u202f000 caractères au plus.");

export const buyerWordInput = z.object({
  token,
  member: z.string().max(120),
  text: words.refine((text) => text.length > 0, "Écrivez votre message."),
});

/** How a need ends: with a member, with somebody else, or not at all. */
export const closeInput = z
  .object({
    token,
    outcome: z.enum(NeedOutcome, { error: "Dites comment ce besoin se termine." }),
    winner: z
      .string()
      .max(120)
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
  comment: words,
});
export type RateInput = z.output<typeof rateInput>;
