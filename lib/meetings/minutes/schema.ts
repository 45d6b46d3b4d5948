import { z } from "zod";

const LONGEST = 100_000;
const LONGEST_PUBLIC = 20_000;

/** New lines as the database keeps them, whatever the browser sends. */
const lines = z.string().transform((text) => text.replace(/\r\n?/g, "\n"));

export const minutesIntention = z.object({ meetingId: z.uuid() });

/** What the editor sends, to keep it or to approve it. */
export const minutesInput = z.object({
  meetingId: z.uuid(),
  /** The version it was written from. */
  version: z.coerce.number().int().min(1),
  body: lines.pipe(z.string().max(LONGEST, "Le compte rendu est trop long\u202f: 100 000 caractères au plus.")),
  publicPart: lines
    .pipe(z.string().max(LONGEST_PUBLIC, "La partie publique est trop longue\u202f: 20 000 caractères au plus."))
    .default(""),
});
export type MinutesInput = z.infer<typeof minutesInput>;
