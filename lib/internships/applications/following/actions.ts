"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { applicationInput, sharingInput } from "../schema.ts";
import { nudgeCompany, shareWithSchool, withdrawApplication } from "./commands.ts";

/** "Retirer ma candidature". */
export const withdrawApplicationAction = formAction(applicationInput, async (input) => {
  await withdrawApplication(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplication(input.applicationId), "retrait"));
});

/** "Relancer l’entreprise". */
export const nudgeCompanyAction = formAction(applicationInput, async (input) => {
  await nudgeCompany(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplication(input.applicationId), "relance"));
});

/** "Montrer à mon école", or no longer. */
export const shareWithSchoolAction = formAction(sharingInput, async (input) => {
  await shareWithSchool(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplication(input.applicationId), input.isShared ? "partage" : "sans-partage"));
});
