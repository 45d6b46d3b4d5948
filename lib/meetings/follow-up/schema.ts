import { z } from "zod";

export const actionIntention = z.object({ actionId: z.uuid(), isDone: z.stringbool() });
export type ActionIntention = z.infer<typeof actionIntention>;
