import { z } from "zod";
import { handed, oneLine, paragraphs } from "#lib/platform/fields";

export const EXPECTATION_CATEGORIES = [
  "training",
  "purchasing",
  "event",
  "tool",
  "school",
  "visibility",
  "business",
  "other",
] as const;

export const EXPECTATION_STATES = ["voiced", "under_study", "kept", "in_progress", "done", "set_aside"] as const;

/** What a list can be sorted by. */
export const EXPECTATION_ORDERS = ["voices", "trend", "recent"] as const;

/** The form "Dire une attente". */
export const voiceExpectationInput = z.object({
  commission: handed({ most: 80, missing: "Choisissez une commission." }),
  title: oneLine({ most: 140, missing: "Dites votre attente en une ligne." }),
  body: paragraphs({ most: 4_000, missing: "Expliquez en quelques mots ce que vous attendez du club." }),
  category: z.enum(EXPECTATION_CATEGORIES, "Choisissez une catégorie de la liste.").optional(),
  isAnonymous: z.boolean().default(false),
});
export type VoiceExpectationInput = z.infer<typeof voiceExpectationInput>;

/** A button about one expectation. */
export const expectationInput = z.object({ id: z.uuid() });
export type ExpectationInput = z.infer<typeof expectationInput>;
