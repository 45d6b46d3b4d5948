"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import {
  answerQuestion,
  confirmApplication,
  correctApplication,
  resendLinks,
  submitApplication,
  withdrawApplication,
} from "./commands.ts";
import { answerInput, applicationInput, correctionInput, resendLinkInput, tokenInput } from "./schema.ts";

/** The application form. */
export const submitApplicationAction = formAction(applicationInput, async (input) => {
  await submitApplication(input, { now: requestTime(), address: await clientAddress() });
  redirect(paths.joinSent);
});

/** "Renvoyer le lien". */
export const resendLinksAction = formAction(resendLinkInput, async ({ email }) => {
  await resendLinks(email, { now: requestTime(), address: await clientAddress() });
  redirect(`${paths.joinSent}?renvoi=1`);
});

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
