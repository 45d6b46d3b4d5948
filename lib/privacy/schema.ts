import { z } from "zod";
import { oneLine } from "#lib/platform/fields";

/** What confirms an erasure: one's own address, typed again. */
export const eraseInput = z.object({
  confirmation: oneLine({ most: 254, missing: "Tapez votre adresse e-mail pour confirmer." }).transform((typed) =>
    typed.toLowerCase(),
  ),
});
export type EraseInput = z.infer<typeof eraseInput>;
