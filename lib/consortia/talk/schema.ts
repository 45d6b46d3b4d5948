import { z } from "zod";
import { words } from "../schema.ts";

/** "Envoyer". */
export const messageInput = z.object({ id: z.uuid(), body: words("Écrivez votre message.", 4_000) });
export type MessageInput = z.infer<typeof messageInput>;

/** "Noter cette décision". */
export const decisionInput = z.object({ id: z.uuid(), text: words("Écrivez ce qui est décidé.", 1_000) });
export type DecisionInput = z.infer<typeof decisionInput>;
