import { z } from "zod";

/** A need, and the member that it is proposed to. */
export const placeInput = z.object({
  needId: z.uuid(),
  structureId: z.uuid({ error: "Choisissez un adhérent." }),
});
export type PlaceInput = z.output<typeof placeInput>;
