import { z } from "zod";
import { handed } from "#lib/platform/fields";

const DIGEST_RHYTHMS = ["daily", "weekly", "never"] as const;

const REMINDERS = ["week", "day"] as const;

/** How often somebody wants the digest, and which reminders of dates. */
export const preferencesInput = z.object({
  rhythm: z.enum(DIGEST_RHYTHMS, "Choisissez un rythme."),
  reminders: z.array(z.enum(REMINDERS)).default([]),
});
export type PreferencesInput = z.infer<typeof preferencesInput>;

/** The link of a digest that stops them. */
export const stopDigestsInput = z.object({ token: handed({ most: 200 }) });
