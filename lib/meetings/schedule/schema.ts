import { z } from "zod";
import { day, gathering, LACKS_LINK, lacksLink, oneLine, time } from "../schema.ts";

const when = { day, from: time, to: time };
const where = {
  /** Empty: no room of the club's. */
  roomId: z.uuid("Choisissez une salle.").optional(),
  /** Where else, in words. */
  place: z.string().trim().max(200, "200 caractères au plus.").optional(),
};

/** A meeting whose date is known. */
export const scheduleInput = z
  .object({
    commission: z.string().max(100),
    title: oneLine(150, "Donnez un titre à la réunion."),
    description: z.string().trim().max(5_000, "5 000 caractères au plus.").default(""),
    ...when,
    ...where,
    ...gathering,
  })
  .refine((input) => !lacksLink(input), LACKS_LINK)
  .refine(({ format, roomId, place }) => format === "remote" || roomId || place, {
    path: ["roomId"],
    error: "Choisissez une salle, ou dites où l’on se retrouve.",
  });
export type ScheduleInput = z.infer<typeof scheduleInput>;

/** Another date, or another place, for a meeting already called. */
export const moveInput = z.object({ eventId: z.uuid(), ...when, ...where });
export type MoveInput = z.infer<typeof moveInput>;

export const cancelInput = z.object({
  eventId: z.uuid(),
  reason: oneLine(300, "Dites pourquoi\u202f: les personnes invitées le liront."),
});
export type CancelInput = z.infer<typeof cancelInput>;
