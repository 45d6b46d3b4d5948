"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { announceEvent, cancelEvent, changeEvent } from "./commands.ts";
import { cancelEventInput, changeEventInput, eventInput } from "./schema.ts";

/** "Annoncer le rendez-vous". */
export const announceEventAction = formAction(eventInput, async (input) => {
  const slug = await announceEvent(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "annonce"));
});

/** "Enregistrer". */
export const changeEventAction = formAction(changeEventInput, async (input) => {
  const slug = await changeEvent(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "change"));
});

/** "Annuler le rendez-vous". */
export const cancelEventAction = formAction(cancelEventInput, async (input) => {
  const slug = await cancelEvent(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "annule"));
});
