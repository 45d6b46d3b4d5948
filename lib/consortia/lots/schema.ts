import { z } from "zod";

/** "Enregistrer les lots": all those that the answer is for. */
export const chooseLotsInput = z.object({
  id: z.uuid(),
  lots: z.array(z.uuid(), "Gardez au moins un lot.").min(1, "Gardez au moins un lot.").max(200),
});
export type ChooseLotsInput = z.infer<typeof chooseLotsInput>;
