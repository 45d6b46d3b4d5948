import { z } from "zod";

/** What confirms an erasure: one's own address, typed again. */
export const eraseInput = z.object({
  confirmation: z.string("Tapez votre adresse e-mail pour confirmer.").trim().toLowerCase().max(254),
});
export type EraseInput = z.infer<typeof eraseInput>;
