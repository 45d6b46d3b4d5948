"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { choosePreferences, stopDigests } from "./commands.ts";
import { preferencesInput, stopDigestsInput } from "./schema.ts";

/** "Enregistrer ces choix" of the member area. */
export const choosePreferencesAction = formAction(preferencesInput, async (input) => {
  await choosePreferences(await requireActor(), input, requestTime());
  redirect(doneAt(paths.notices, "rythme"));
});

/** The button behind the link of a digest. */
export const stopDigestsAction = formAction(stopDigestsInput, async ({ token }) => {
  await stopDigests(token);
  redirect(doneAt(paths.stopDigests(token), "oui"));
});
