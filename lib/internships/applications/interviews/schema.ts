import { z } from "zod";
import { day, oneLine, paragraphs, time } from "#lib/platform/fields";

const slot = z
  .object({ day: day().optional(), time: time().optional() })
  .optional()
  .transform((typed = {}, context) => {
    if (!typed.day && !typed.time) return null;
    if (typed.day && typed.time) return { day: typed.day, time: typed.time };
    context.addIssue(
      typed.day
        ? { code: "custom", path: ["time"], message: "Indiquez une heure, par exemple 18:30." }
        : { code: "custom", path: ["day"], message: "Choisissez une date, par exemple 08/10/2026." },
    );
    return z.NEVER;
  });

/** Up to three moments; lines left empty are left out. */
export const proposalInput = z.object({
  applicationId: z.uuid(),
  slots: z
    .array(slot)
    .max(3)
    .default([])
    .transform((lines) => lines.filter((line) => line !== null))
    .refine((lines) => lines.length > 0, "Proposez au moins un créneau."),
  minutes: z.coerce
    .number("Choisissez une durée.")
    .int()
    .min(15, "Un quart d’heure au moins.")
    .max(180, "Trois heures au plus."),
  place: oneLine({ most: 200, missing: "Dites où, ou comment vous appeler." }),
});
export type ProposalInput = z.infer<typeof proposalInput>;
export type ProposalForm = z.input<typeof proposalInput>;

/** "Aucun ne me convient": when one can, in a word. */
export const declineSlotsInput = z.object({
  applicationId: z.uuid(),
  /** Those that the page showed. */
  slotIds: z.array(z.uuid()).max(20).default([]),
  words: paragraphs({
    most: 500,
    missing: "Dites quand vous êtes libre\u202f: l’entreprise proposera d’autres créneaux.",
  }),
});
export type DeclineSlotsInput = z.infer<typeof declineSlotsInput>;

export const choiceInput = z.object({ slotId: z.uuid("Choisissez un créneau."), applicationId: z.uuid() });
