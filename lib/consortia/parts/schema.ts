import { z } from "zod";
import { oneLine, paragraphs } from "#lib/platform/fields";
import { share } from "../members/schema.ts";
import { termsRead } from "../schema.ts";

/** "Enregistrer les parts": the whole table, a line per lot and member. */
export const setPartsInput = z.object({
  id: z.uuid(),
  parts: z
    .array(z.object({ lotId: z.uuid(), structureId: z.uuid(), share }))
    .min(1)
    .max(1_000),
});
export type SetPartsInput = z.infer<typeof setPartsInput>;

/** "Donner l’accord de votre structure". */
export const agreeInput = z.object({ id: z.uuid(), terms: termsRead });
export type AgreeInput = z.infer<typeof agreeInput>;

/** "Enregistrer ce choix": whether the club reads the amount. */
export const showAmountInput = z.object({ id: z.uuid(), showsAmount: z.boolean().default(false) });
export type ShowAmountInput = z.infer<typeof showAmountInput>;

/** "Déclarer ce sous-traitant". */
export const subcontractorInput = z.object({
  id: z.uuid(),
  lotId: z.uuid("Choisissez un lot."),
  name: oneLine({ most: 200, missing: "Nommez le sous-traitant." }),
  work: paragraphs({ most: 1_000, missing: "Dites ce qu’il fera." }),
});
export type SubcontractorInput = z.infer<typeof subcontractorInput>;

/** "Retirer ce sous-traitant". */
export const withdrawSubcontractorInput = z.object({ id: z.uuid(), subcontractorId: z.uuid() });
export type WithdrawSubcontractorInput = z.infer<typeof withdrawSubcontractorInput>;
