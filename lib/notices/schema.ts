import { z } from "zod";
import { handed } from "#lib/platform/fields";

const DIGEST_RHYTHMS = ["daily", "weekly", "never"] as const;

/** How often somebody wants the digest. */
export const digestRhythmInput = z.object({
  rhythm: z.enum(DIGEST_RHYTHMS, "Choisissez un rythme."),
});
export type DigestRhythmInput = z.infer<typeof digestRhythmInput>;

/** The link of a digest that stops them. */
export const stopDigestsInput = z.object({ token: handed({ most: 200 }) });
