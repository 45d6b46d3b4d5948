import { z } from "zod";
import { handed, paragraphs } from "#lib/platform/fields";

/** Which accounts the list shows. */
export const ACCOUNT_FILTERS = ["administration", "suspendus", "comite", "sans-structure"] as const;
export type AccountFilter = (typeof ACCOUNT_FILTERS)[number];

const personId = z.uuid();

export const administrationInput = z.object({ personId });

export const suspendInput = z.object({
  personId,
  reason: paragraphs({ most: 500, missing: "Dites pourquoi\u202f: la personne le lira." }).refine(
    (text) => text.length >= 3,
    "Dites pourquoi, en quelques mots.",
  ),
  /** Where the form stands, to come back to. */
  back: handed({ most: 300 }).optional(),
});
export type SuspendInput = z.output<typeof suspendInput>;

export const liftInput = z.object({ personId, back: handed({ most: 300 }).optional() });
