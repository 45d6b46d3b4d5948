import { z } from "zod";
import { oneLine } from "#lib/platform/fields";

const what = {
  title: oneLine({ most: 150, missing: "Dites en quelques mots de quoi il s’agit." }),
  durationMinutes: z
    .number({ error: "Indiquez une durée." })
    .int("Indiquez une durée en minutes.")
    .min(5, "Cinq minutes au moins.")
    .max(240, "Quatre heures au plus."),
  ownerId: z.uuid("Choisissez une personne convoquée.").optional(),
};

/** One more item: taken up at once from whoever runs the meeting, proposed by anybody else called. */
export const addItemInput = z.object({ meetingId: z.uuid(), ...what });
export type AddItemInput = z.infer<typeof addItemInput>;

export const editItemInput = z.object({ itemId: z.uuid(), ...what });
export type EditItemInput = z.infer<typeof editItemInput>;

/** A button about one item. */
export const itemIntention = z.object({ itemId: z.uuid() });
export const moveItemInput = z.object({ itemId: z.uuid(), direction: z.enum(["up", "down"]) });
export type MoveItemInput = z.infer<typeof moveItemInput>;

/** What a former meeting left, or an expectation, put on the agenda. */
export const pullTopicInput = z.object({ meetingId: z.uuid(), topicId: z.uuid() });
export type PullTopicInput = z.infer<typeof pullTopicInput>;
