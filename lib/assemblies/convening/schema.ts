import { z } from "zod";
import { day, gathering, LACKS_LINK, lacksLink, oneLine, time } from "#lib/meetings/schema";
import { ASSEMBLY_KINDS } from "../schema.ts";

/** The most that is put to the vote in a session. */
const MOST_RESOLUTIONS = 60;
const LONGEST_TITLE = 200;

const when = { day, from: time, to: time };
const where = {
  roomId: z.uuid("Choisissez une salle.").optional(),
  place: z.string().trim().max(200, "200 caractères au plus.").optional(),
};

/** A meeting of the board, or a general assembly. */
export const conveneInput = z
  .object({
    kind: z.enum(ASSEMBLY_KINDS, "Choisissez ce que vous convoquez."),
    title: oneLine(150, "Donnez un titre à la séance."),
    description: z.string().trim().max(5_000, "5 000 caractères au plus.").default(""),
    /** One a line. */
    resolutions: z
      .string()
      .max(20_000, "20 000 caractères au plus.")
      .default("")
      .transform((text) => text.split(/\r?\n/).map((line) => line.replace(/\s+/g, " ").trim()))
      .transform((lines) => lines.filter((line) => line !== ""))
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
    after: z.string().max(200).optional(),
  })
  .refine((input) => !lacksLink(input), LACKS_LINK)
  .refine(({ format, roomId, place }) => format === "remote" || roomId || place, {
    path: ["roomId"],
    error: "Choisissez une salle, ou dites où l’on se retrouve.",
  });
export type ConveneInput = z.infer<typeof conveneInput>;
/** As the form holds it. */
export type ConveneFields = Omit<ConveneInput, "resolutions"> & { resolutions: string };

/** Another date or place for an assembly already convened. */
export const moveAssemblyInput = z.object({
  eventId: z.uuid(),
  ...when,
  ...where,
  acceptsShortNotice: z.boolean().default(false),
});
export type MoveAssemblyInput = z.infer<typeof moveAssemblyInput>;
