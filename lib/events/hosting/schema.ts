import { z } from "zod";
import { day, handed, oneLine, optionalParagraphs, time } from "#lib/platform/fields";

const content = {
  title: oneLine({ most: 150, missing: "Donnez un titre au rendez-vous." }).refine(
    (text) => text.length >= 5,
    "Cinq caractères au moins.",
  ),
  description: optionalParagraphs({ most: 5_000 }),
  day: day(),
  from: time(),
  to: time(),
  place: oneLine({ most: 200, missing: "Dites où l’on se retrouve." }),
};

/** A rendez-vous open to everybody; of a commission, if it is one's. */
export const eventInput = z.object({
  ...content,
  commission: handed({ most: 100 })
    .optional()
    .transform((slug) => slug || null),
});
export type EventInput = z.output<typeof eventInput>;

export const changeEventInput = z.object({ ...content, eventId: z.uuid() });
export type ChangeEventInput = z.output<typeof changeEventInput>;

export const cancelEventInput = z.object({
  eventId: z.uuid(),
  reason: oneLine({ most: 300, missing: "Dites pourquoi\u202f: les personnes inscrites le liront." }),
});
export type CancelEventInput = z.output<typeof cancelEventInput>;
