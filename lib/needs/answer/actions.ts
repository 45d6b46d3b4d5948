"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { answerNeed, writeToBuyer } from "./commands.ts";
import { answerInput, memberWordInput } from "./schema.ts";

/** "Votre réponse", below a need. */
export const answerNeedAction = formAction(answerInput, async (input) => {
  await answerNeed(await requireActor(), input, requestTime());
  redirect(paths.memberNeed(input.needId));
});

/** A word to the buyer. */
export const writeToBuyerAction = formAction(memberWordInput, async (input) => {
  await writeToBuyer(await requireActor(), input, requestTime());
  redirect(paths.memberNeed(input.needId));
});
