import { z } from "zod";
import { handed } from "#lib/platform/fields";

const REPLIES = ["coming", "excused", "represented"] as const;

/** Whether somebody comes: by the link of their own mail, or signed in. */
export const replyInput = z
  .object({
    token: handed({ most: 300 }).optional(),
    invitationId: z.uuid().optional(),
    reply: z.enum(REPLIES, "Choisissez une réponse."),
    /** Who speaks for whoever is represented; looked at then only. */
    representedById: z.uuid("Choisissez qui vous représente.").optional(),
  })
  .refine(({ reply, representedById }) => reply !== "represented" || representedById, {
    path: ["representedById"],
    error: "Choisissez qui vous représente.",
  });
export type ReplyInput = z.infer<typeof replyInput>;
