"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { answerCorrection, askCorrection } from "./commands.ts";
import { answerCorrectionInput, askCorrectionInput } from "./schema.ts";

/** "Demander cette correction". */
export const askCorrectionAction = formAction(askCorrectionInput, async (input) => {
  redirect(doneAt(paths.minutes(await askCorrection(await requireActor(), input, requestTime())), "correction"));
});

/** "Accepter", "Refuser". */
export const answerCorrectionAction = formAction(answerCorrectionInput, async (input) => {
  redirect(doneAt(paths.minutes(await answerCorrection(await requireActor(), input, requestTime())), "reponse"));
});
