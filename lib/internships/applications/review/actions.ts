"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { applicationInput } from "../schema.ts";
import { addNote, keepRefusalTemplate, offerPlace, refuseApplications } from "./commands.ts";
import { noteInput, refusalInput } from "./schema.ts";

/** "Proposer la place". */
export const offerPlaceAction = formAction(applicationInput, async (input) => {
  const offer = await offerPlace(await requireActor(), input, requestTime());
  redirect(doneAt(paths.receivedApplication(offer, input.applicationId), "place"));
});

/** "Ajouter cette note". */
export const addNoteAction = formAction(noteInput, async (input) => {
  const offer = await addNote(await requireActor(), input, requestTime());
  redirect(doneAt(paths.receivedApplication(offer, input.applicationId), "note"));
});

/** "Voir l’aperçu" or "Envoyer". The words are kept either way. */
export const refuseAction = formAction(refusalInput, async (input) => {
  const [actor, now] = [await requireActor(), requestTime()];
  await keepRefusalTemplate(actor, input, now);
  if (input.step === "preview") {
    const chosen = input.applicationIds.map((id) => `c=${id}`).join("&");
    redirect(`${paths.refusal(input.internshipId)}?${chosen}&vu=1#apercu` as typeof paths.memberArea);
  }
  await refuseApplications(actor, input, now);
  redirect(doneAt(paths.receivedApplications(input.internshipId), "refus"));
});
