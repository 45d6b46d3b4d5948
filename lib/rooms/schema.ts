import { z } from "zod";

const line = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, empty).max(most, `${most} caractères au plus.`));

/** What the keeper of a room answers, through the link of the request. */
export const keeperAnswerInput = z
  .object({
    token: z.string().max(300),
    answer: z.enum(["confirm", "decline", "offer"], "Choisissez une réponse."),
    roomId: z.uuid("Choisissez la salle que vous proposez.").optional(),
    note: z.string().trim().max(500, "500 caractères au plus.").default(""),
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
  name: line(80, "Donnez un nom à la salle."),
  capacity: z
    .number({ error: "Indiquez un nombre de places." })
    .int("Indiquez un nombre entier.")
    .min(1, "Une place au moins.")
    .max(2_000, "2 000 places au plus."),
  equipment: z.string().trim().max(300, "300 caractères au plus.").default(""),
  access: z.string().trim().max(500, "500 caractères au plus.").default(""),
});
export type RoomInput = z.infer<typeof roomInput>;

/** Who lends: a place and its keeper. */
export const venueInput = z.object({
  id: z.uuid().optional(),
  name: line(120, "Donnez un nom au lieu."),
  address: z.string().trim().max(200, "200 caractères au plus.").default(""),
  keeperName: z.string().trim().max(80, "80 caractères au plus.").default(""),
  keeperEmail: z.email("Indiquez une adresse e-mail complète.").toLowerCase().optional(),
});
export type VenueInput = z.infer<typeof venueInput>;

export const retireRoomInput = z.object({ id: z.uuid() });

/** Yes or no to the room that a keeper proposed instead. */
export const offerAnswerInput = z.object({
  bookingId: z.uuid(),
  decision: z.enum(["accept", "refuse"], "Choisissez une réponse."),
});
