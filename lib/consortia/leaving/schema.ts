import { z } from "zod";
import { optionalParagraphs, paragraphs } from "#lib/platform/fields";

/** "Quitter le groupement". */
export const leaveInput = z.object({
  id: z.uuid(),
  reason: paragraphs({ most: 1_000, missing: "Dites pourquoi\u202f: les autres membres le liront." }),
});
export type LeaveInput = z.infer<typeof leaveInput>;

/** "Constater ce départ", "Retirer du groupement". */
export const closeSeatInput = z.object({
  id: z.uuid(),
  structureId: z.uuid(),
  reason: optionalParagraphs({ most: 1_000 }),
});
export type CloseSeatInput = z.infer<typeof closeSeatInput>;
