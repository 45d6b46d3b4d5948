import { z } from "zod";
import { HandRole } from "#lib/generated/prisma/enums";
import { optionalParagraphs } from "#lib/platform/fields";

const words = optionalParagraphs({ most: 2_000 });

const raised = z.object({
  tenderId: z.uuid(),
  lots: z
    .array(z.object({ lotId: z.uuid(), role: z.enum([...Object.values(HandRole), "none"], "Choisissez un rôle.") }))
    .max(200),
  references: words,
  capacity: words,
});

/** The form "Lever la main": a role for each lot, or none. */
export const raiseHandInput = raised
  .transform(({ lots, ...rest }) => ({
    ...rest,
    lots: lots.flatMap(({ lotId, role }) => (role === "none" ? [] : [{ lotId, role }])),
  }))
  .refine(({ lots }) => lots.length > 0, { path: ["lots"], error: "Choisissez un rôle pour un lot au moins." });
export type RaiseHandInput = z.output<typeof raiseHandInput>;
/** As the form holds it. */
export type HandFields = z.input<typeof raised>;

/** "Baisser la main". */
export const lowerHandInput = z.object({ tenderId: z.uuid() });
