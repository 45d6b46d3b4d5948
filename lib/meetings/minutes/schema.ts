import { z } from "zod";
import { atMost } from "#lib/platform/fields";
import { plainText } from "#lib/platform/plain-text";

const LONGEST = 100_000;
const LONGEST_PUBLIC = 20_000;

/** As typed, blanks included: only line ends are those that the database keeps. */
const lines = (most: number) =>
  z
    .string()
    .transform(plainText)
    .refine((text) => text.length <= most, atMost(most));

export const minutesIntention = z.object({ meetingId: z.uuid() });

/** What the editor sends, to keep it or to approve it. */
export const minutesInput = z.object({
  meetingId: z.uuid(),
  /** The version it was written from. */
  version: z.coerce.number().int().min(1),
  body: lines(LONGEST),
  publicPart: lines(LONGEST_PUBLIC).default(""),
});
export type MinutesInput = z.infer<typeof minutesInput>;
