import { z } from "zod";
import { optionalParagraphs } from "#lib/platform/fields";
import { parseShare } from "../rules.ts";
import { termsRead } from "../schema.ts";

/** "33,33": empty means no part. */
export const share = z
  .string()
  .max(12)
  .default("")
  .transform((typed, context) => {
    const basisPoints = typed.trim() === "" ? 0 : parseShare(typed);
    if (basisPoints !== null) return basisPoints;
    context.addIssue({ code: "custom", message: "Indiquez une part entre 0 et 100, comme 33,33." });
    return z.NEVER;
  });

/** "Inviter cette structure", with the parts offered to it. */
export const inviteMemberInput = z.object({
  id: z.uuid(),
  structureId: z.uuid("Choisissez une structure."),
  message: optionalParagraphs({ most: 1_000 }),
  offers: z
    .array(z.object({ lotId: z.uuid(), share }))
    .max(200)
    .default([]),
});
export type InviteMemberInput = z.infer<typeof inviteMemberInput>;

/** A button about one member of one consortium. */
export const seatInput = z.object({ id: z.uuid(), structureId: z.uuid() });
export type SeatInput = z.infer<typeof seatInput>;

/** "Rejoindre le groupement": what is agreed from the first day. */
export const joinInput = seatInput.extend({
  terms: termsRead,
  given: z.enum(["stays", "goes"], "Dites ce que devient ce que vous donnez, si vous partez."),
  showsAmount: z.boolean().default(false),
});
export type JoinInput = z.infer<typeof joinInput>;

/** "Décliner". */
export const declineInput = seatInput.extend({ reason: optionalParagraphs({ most: 1_000 }) });
export type DeclineInput = z.infer<typeof declineInput>;
