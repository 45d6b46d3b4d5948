"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { saveAgreement } from "./commands.ts";
import { agreementInput } from "./schema.ts";

/** "Enregistrer". */
export const saveAgreementAction = formAction(agreementInput, async (input) => {
  await saveAgreement(await requireActor(), input, requestTime());
  redirect(doneAt(paths.agreement(input.applicationId), "convention"));
});
