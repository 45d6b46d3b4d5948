import { z } from "zod";
import { day, time } from "#lib/meetings/schema";
import { line, paragraphs } from "../schema.ts";

const content = {
  title: line(150, "Donnez un titre au rendez-vous.").refine((text) => text.length >= 5, "Cinq caractères au moins."),
  description: paragraphs(5_000),
  day,
  from: time,
  to: time,
  place: line(200, "Dites où l’on se retrouve."),
};

/** A rendez-vous open to everybody; of a commission, if it is one's. */
export const eventInput = z.object({
  ...content,
  commission: z
    .string()
    .max(100)
    .optional()
    .transform((slug) => slug || null),
});
export type EventInput = z.output<typeof eventInput>;

export const changeEventInput = z.object({ ...content, eventId: z.uuid() });
export type ChangeEventInput = z.output<typeof changeEventInput>;

export const cancelEventInput = z.object({
  eventId: z.uuid(),
  reason: line(300, "Dites pourquoi\u202f: les personnes inscrites le liront."),
});
export type CancelEventInput = z.output<typeof cancelEventInput>;
