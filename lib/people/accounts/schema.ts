import { z } from "zod";

/** Which accounts the list shows. */
export const ACCOUNT_FILTERS = ["administration", "suspendus", "comite", "sans-structure"] as const;
export type AccountFilter = (typeof ACCOUNT_FILTERS)[number];

const personId = z.uuid();

export const administrationInput = z.object({ personId });

export const suspendInput = z.object({
  personId,
  reason: z
    .string("Dites pourquoi\u202f: la personne le lira.")
    .trim()
    .min(3, "Dites pourquoi, en quelques mots.")
    .max(500, "Au plus 500 caractères."),
  /** Where the form stands, to come back to. */
  back: z.string().max(300).optional(),
});
export type SuspendInput = z.output<typeof suspendInput>;

export const liftInput = z.object({ personId, back: z.string().max(300).optional() });
