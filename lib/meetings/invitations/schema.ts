import { z } from "zod";

const REPLIES = ["coming", "excused"] as const;

/** Whether somebody comes: by the link of their own mail, or signed in. */
export const replyInput = z.object({
  token: z.string().max(300).optional(),
  invitationId: z.uuid().optional(),
  reply: z.enum(REPLIES, "Choisissez une réponse."),
});
export type ReplyInput = z.infer<typeof replyInput>;
