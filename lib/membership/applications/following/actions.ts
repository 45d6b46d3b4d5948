"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { answerInput, correctionInput, tokenInput } from "../schema.ts";
import { answerQuestion, confirmApplication, correctApplication, withdrawApplication } from "./commands.ts";

/** "Confirmer ma demande", on the page of the e-mailed link. */
export const confirmApplicationAction = formAction(tokenInput, async ({ token }) => {
  await confirmApplication(token, requestTime());
  redirect(paths.applicationStatus(token));
});

/** The same form again, from the private link. */
export const correctApplicationAction = formAction(correctionInput, async (input) => {
  await correctApplication(input, requestTime());
  redirect(paths.applicationStatus(input.token));
});

/** "Retirer la demande". */
export const withdrawApplicationAction = formAction(tokenInput, async ({ token }) => {
  await withdrawApplication(token, requestTime());
  redirect(paths.applicationStatus(token));
});

/** The answer to a question of the board. */
export const answerQuestionAction = formAction(answerInput, async (input) => {
  await answerQuestion(input, requestTime());
  redirect(paths.applicationStatus(input.token));
});
