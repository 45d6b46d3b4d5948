import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";

export const commentInput = z.object({
  id: z.uuid(),
  body: paragraphs({ most: 2_000, missing: "Écrivez votre commentaire." }),
});
export type CommentInput = z.infer<typeof commentInput>;
