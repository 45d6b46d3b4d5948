"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { answerSurvey, askSurvey } from "./commands.ts";
import { answerSurveyInput, askSurveyInput } from "./schema.ts";

/** "Poser cette question". */
export const askSurveyAction = formAction(askSurveyInput, async (input) => {
  const id = await askSurvey(await requireActor(), input, requestTime());
  redirect(doneAt(paths.survey(id), "posee"));
});

/** "Envoyer notre réponse". */
export const answerSurveyAction = formAction(answerSurveyInput, async (input) => {
  await answerSurvey(await requireActor(), input, requestTime());
  redirect(doneAt(paths.survey(input.id), "repondu"));
});
