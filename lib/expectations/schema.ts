import { z } from "zod";

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

/** A long text, as its lines were typed. */
export const words = (missing: string, longest = 4_000) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(longest, `Ce texte est trop long\u202f: ${longest} caractères au plus.`)
    .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\0", ""));

/** The form "Dire une attente". */
export const voiceExpectationInput = z.object({
  commission: z.string("Choisissez une commission.").min(1, "Choisissez une commission.").max(80),
  title: words("Dites votre attente en une ligne.", 140).transform((text) => text.replace(/\s+/g, " ")),
  body: words("Expliquez en quelques mots ce que vous attendez du club."),
  category: z.enum(EXPECTATION_CATEGORIES, "Choisissez une catégorie de la liste.").optional(),
  isAnonymous: z.boolean().default(false),
});
export type VoiceExpectationInput = z.infer<typeof voiceExpectationInput>;

/** A button about one expectation. */
export const expectationInput = z.object({ id: z.uuid() });
export type ExpectationInput = z.infer<typeof expectationInput>;
