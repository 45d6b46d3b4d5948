import { z } from "zod";
import { invitationFields, type MeetingMove } from "#lib/meetings/schedule/schema";
import { gathering, LACKS_LINK, lacksLink } from "#lib/meetings/schema";
import { day, handed, oneLine, optionalParagraphs, time } from "#lib/platform/fields";
import { oneLineOf } from "#lib/platform/plain-text";
import { ASSEMBLY_KINDS } from "../schema.ts";

/** The most that is put to the vote in a session. */
const MOST_RESOLUTIONS = 60;
const LONGEST_TITLE = 200;

const when = { day: day(), from: time(), to: time() };
const where = {
  roomId: z.uuid("Choisissez une salle.").optional(),
  place: oneLine({ most: 200 }).optional(),
};

/** A meeting of the board, or a general assembly. */
export const conveneInput = z
  .object({
    kind: z.enum(ASSEMBLY_KINDS, "Choisissez ce que vous convoquez."),
    title: oneLine({ most: 150, missing: "Donnez un titre à la séance." }),
    description: optionalParagraphs({ most: 5_000 }),
    /** One a line. */
    resolutions: optionalParagraphs({ most: 20_000 })
      .transform((text) => text.split("\n").flatMap((line) => oneLineOf(line) || []))
      .refine((lines) => lines.length <= MOST_RESOLUTIONS, `${MOST_RESOLUTIONS} résolutions au plus.`)
      .refine(
        (lines) => lines.every((line) => line.length <= LONGEST_TITLE),
        `Une résolution tient en ${LONGEST_TITLE} caractères\u202f; vous pourrez la détailler ensuite.`,
      ),
    ...when,
    ...where,
    ...gathering,
    acceptsShortNotice: z.boolean().default(false),
    /** The first call, by its address. */
    after: handed({ most: 200 }).optional(),
  })
  .refine((input) => !lacksLink(input), LACKS_LINK)
  .refine(({ format, roomId, place }) => format === "remote" || roomId || place, {
    path: ["roomId"],
    error: "Choisissez une salle, ou dites où l’on se retrouve.",
  });
export type ConveneInput = z.infer<typeof conveneInput>;
/** As the form holds it. */
export type ConveneFields = Omit<ConveneInput, "resolutions"> & { resolutions: string };

/** Another date, another place, or other words, for an assembly already convened. */
export const moveAssemblyInput = z
  .object({
    eventId: z.uuid(),
    ...when,
    ...where,
    ...invitationFields,
    acceptsShortNotice: z.boolean().default(false),
  })
  .refine((input) => !lacksLink(input), LACKS_LINK);
export type MoveAssemblyInput = MeetingMove & { acceptsShortNotice: boolean };
