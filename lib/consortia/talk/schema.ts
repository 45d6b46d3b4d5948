import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";

/** "Envoyer". */
export const messageInput = z.object({
  id: z.uuid(),
  body: paragraphs({ most: 4_000, missing: "Écrivez votre message." }),
});
export type MessageInput = z.infer<typeof messageInput>;

/** "Noter cette décision". */
export const decisionInput = z.object({
  id: z.uuid(),
  text: paragraphs({ most: 1_000, missing: "Écrivez ce qui est décidé." }),
});
export type DecisionInput = z.infer<typeof decisionInput>;
