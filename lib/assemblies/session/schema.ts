import { z } from "zod";

/** What the chair notes of one voter. */
export const presenceInput = z.object({
  assemblyId: z.uuid(),
  voterId: z.uuid(),
  isPresent: z.enum(["yes", "no"]).transform((said) => said === "yes"),
});
export type PresenceInput = z.infer<typeof presenceInput>;
