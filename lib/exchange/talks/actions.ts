"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { answerExchange, writeInTalk } from "./commands.ts";
import { answerExchangeInput, wordInput } from "./schema.ts";

/** "Répondre". */
export const answerExchangeAction = formAction(answerExchangeInput, async (input) => {
  await answerExchange(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(input.exchangeId), "message"));
});

/** "Envoyer le message". */
export const writeInTalkAction = formAction(wordInput, async (input) => {
  const exchangeId = await writeInTalk(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(exchangeId), "message"));
});
