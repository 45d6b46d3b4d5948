import { z } from "zod";
import { day, handed, oneLine, optionalParagraphs, time } from "#lib/platform/fields";
import { gathering, LACKS_LINK, lacksLink } from "../schema.ts";

const when = { day: day(), from: time(), to: time() };
const where = {
  /** Empty: no room of the club's. */
  roomId: z.uuid("Choisissez une salle.").optional(),
  /** Where else, in words. */
  place: oneLine({ most: 200 }).optional(),
};

/** A meeting whose date is known. */
export const scheduleInput = z
  .object({
    commission: handed({ most: 100 }),
    title: oneLine({ most: 150, missing: "Donnez un titre à la réunion." }),
    description: optionalParagraphs({ most: 5_000 }),
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

/** What the invitation says of a meeting already called, beside its date and place. */
export const invitationFields = {
  title: oneLine({ most: 150, missing: "Donnez un titre à la réunion." }),
  description: optionalParagraphs({ most: 5_000 }),
  ...gathering,
};

/** Another date, another place, or other words, for a meeting already called. */
export const moveInput = z
  .object({ eventId: z.uuid(), ...when, ...where, ...invitationFields })
  .refine((input) => !lacksLink(input), LACKS_LINK);
export type MoveInput = z.infer<typeof moveInput>;
/** What is not given stays as it was. */
export type MeetingMove = Pick<MoveInput, "eventId" | keyof typeof when | keyof typeof where> &
  Partial<Pick<MoveInput, keyof typeof invitationFields>>;

export const cancelInput = z.object({
  eventId: z.uuid(),
  reason: oneLine({ most: 300, missing: "Dites pourquoi\u202f: les personnes invitées le liront." }),
});
export type CancelInput = z.infer<typeof cancelInput>;
