"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { dropAnswer, resumeAnswer, settleAnswer, submitAnswer } from "./commands.ts";
import { dropInput, resumeInput, settleInput, submitInput } from "./schema.ts";

/** "Déclarer la réponse déposée". */
export const submitAnswerAction = formAction(submitInput, async (input) => {
  await submitAnswer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "deposee"));
});

/** "Reprendre la réponse". */
export const resumeAnswerAction = formAction(resumeInput, async (input) => {
  await resumeAnswer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "reprise"));
});

/** "Abandonner la réponse". */
export const dropAnswerAction = formAction(dropInput, async (input) => {
  await dropAnswer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "abandonnee"));
});

/** "Enregistrer le résultat". */
export const settleAnswerAction = formAction(settleInput, async (input) => {
  await settleAnswer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "resultat"));
});
