"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { choosePreferences } from "./commands.ts";
import { preferencesInput } from "./schema.ts";

/** "Les besoins que vous voulez recevoir". */
export const choosePreferencesAction = formAction(preferencesInput, async (input) => {
  await choosePreferences(await requireActor(), input, requestTime());
  redirect(doneAt(paths.needPreferences, "oui"));
});
