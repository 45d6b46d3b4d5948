import { z } from "zod";

export const actionIntention = z.object({
  actionId: z.uuid(),
  isDone: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export type ActionIntention = z.infer<typeof actionIntention>;
