import { z } from "zod";
import { optionalParagraphs, paragraphs } from "#lib/platform/fields";
import { parseEuros } from "#lib/platform/french";

/** Which step one saw before taking another: of two at once, one is refused. */
const seen = { id: z.uuid(), position: z.coerce.number().int().min(1).max(100) };

/** "Déclarer la réponse déposée". */
export const submitInput = z.object({ ...seen, reason: optionalParagraphs({ most: 1_000 }) });
export type SubmitInput = z.infer<typeof submitInput>;

/** "Reprendre la réponse". */
export const resumeInput = z.object({
  ...seen,
  reason: paragraphs({ most: 1_000, missing: "Dites pourquoi\u202f: les autres membres le liront." }),
});
export type ResumeInput = z.infer<typeof resumeInput>;

/** "Abandonner la réponse". */
export const dropInput = z.object({
  ...seen,
  reason: paragraphs({
    most: 4_000,
    missing: "Dites pourquoi la réponse est abandonnée\u202f: le club s’en souviendra.",
  }),
  lesson: optionalParagraphs({ most: 4_000 }),
});
export type DropInput = z.infer<typeof dropInput>;

const amount = z
  .string()
  .max(20)
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const cents = parseEuros(typed, 8);
    if (cents !== null && cents > 0 && cents <= 2_000_000_000) return cents;
    context.addIssue({ code: "custom", message: "Indiquez un montant, comme 48 500." });
    return z.NEVER;
  });

/** "Enregistrer le résultat". */
export const settleInput = z
  .object({
    ...seen,
    state: z.enum(["won", "lost"], "Dites si la réponse est gagnée ou perdue."),
    reason: optionalParagraphs({ most: 2_000 }),
    lesson: paragraphs({ most: 4_000, missing: "Écrivez ce que vous en retenez\u202f: c’est la mémoire du club." }),
    amount,
  })
  .refine(({ state, reason }) => state === "won" || reason !== "", {
    path: ["reason"],
    message: "Dites pourquoi elle est perdue\u202f: le rang, la note, le motif de l’acheteur.",
  });
export type SettleInput = z.infer<typeof settleInput>;
