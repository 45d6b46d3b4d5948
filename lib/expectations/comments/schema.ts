import { z } from "zod";
import { words } from "../schema.ts";

export const commentInput = z.object({ id: z.uuid(), body: words("Écrivez votre commentaire.", 2_000) });
export type CommentInput = z.infer<typeof commentInput>;
