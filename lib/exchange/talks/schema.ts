import { z } from "zod";
import { words } from "../schema.ts";

const text = words(4_000, "Écrivez votre message.");

/** The first word to whoever posted. */
export const answerExchangeInput = z.object({ exchangeId: z.uuid(), text });
export type AnswerExchangeInput = z.output<typeof answerExchangeInput>;

export const wordInput = z.object({ talkId: z.uuid(), text });
export type WordInput = z.output<typeof wordInput>;
