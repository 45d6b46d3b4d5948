"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { chooseAlerts } from "./commands.ts";
import { alertInput } from "./schema.ts";

/** "Enregistrer ces choix". */
export const chooseAlertsAction = formAction(alertInput, async (input) => {
  await chooseAlerts(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tenderAlerts, "garde"));
});
