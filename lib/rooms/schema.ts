import { z } from "zod";
import { emailAddress, handed, oneLine, optionalParagraphs } from "#lib/platform/fields";

/** What the keeper of a room answers, through the link of the request. */
export const keeperAnswerInput = z
  .object({
    token: handed({ most: 300 }),
    answer: z.enum(["confirm", "decline", "offer"], "Choisissez une réponse."),
    roomId: z.uuid("Choisissez la salle que vous proposez.").optional(),
    note: optionalParagraphs({ most: 500 }),
  })
  .refine(({ answer, roomId }) => answer !== "offer" || roomId, {
    path: ["roomId"],
    error: "Choisissez la salle que vous proposez.",
  });
export type KeeperAnswerInput = z.infer<typeof keeperAnswerInput>;

/** A room of a venue, new or changed. */
export const roomInput = z.object({
  id: z.uuid().optional(),
  venueId: z.uuid("Choisissez un lieu."),
  name: oneLine({ most: 80, missing: "Donnez un nom à la salle." }),
  capacity: z
    .number({ error: "Indiquez un nombre de places." })
    .int("Indiquez un nombre entier.")
    .min(1, "Une place au moins.")
    .max(2_000, "2 000 places au plus."),
  equipment: optionalParagraphs({ most: 300 }),
  access: optionalParagraphs({ most: 500 }),
});
export type RoomInput = z.infer<typeof roomInput>;

/** Who lends: a place and its keeper. */
export const venueInput = z.object({
  id: z.uuid().optional(),
  name: oneLine({ most: 120, missing: "Donnez un nom au lieu." }),
  address: oneLine({ most: 200 }).default(""),
  keeperName: oneLine({ most: 80 }).default(""),
  keeperEmail: emailAddress({ missing: "Saisissez l’adresse e-mail de la personne." }).optional(),
});
export type VenueInput = z.infer<typeof venueInput>;

export const retireRoomInput = z.object({ id: z.uuid() });

/** Yes or no to the room that a keeper proposed instead. */
export const offerAnswerInput = z.object({
  bookingId: z.uuid(),
  decision: z.enum(["accept", "refuse"], "Choisissez une réponse."),
});
