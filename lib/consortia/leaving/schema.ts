import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";

/** "Quitter le groupement". */
export const leaveInput = z.object({
  id: z.uuid(),
  reason: paragraphs({ most: 1_000, missing: "Dites pourquoi\u202f: les autres membres le liront." }),
});
export type LeaveInput = z.infer<typeof leaveInput>;
