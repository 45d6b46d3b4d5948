import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";

const text = paragraphs({ most: 4_000, missing: "Écrivez votre message." });

/** The first word to whoever posted. */
export const answerExchangeInput = z.object({ exchangeId: z.uuid(), text });
export type AnswerExchangeInput = z.output<typeof answerExchangeInput>;

export const wordInput = z.object({ talkId: z.uuid(), text });
export type WordInput = z.output<typeof wordInput>;
