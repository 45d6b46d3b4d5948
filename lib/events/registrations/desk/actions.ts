"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths, safeNext } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { askQuestions, notePresence, openRegistration, releasePlace } from "./commands.ts";
import { openingInput, presenceInput, questionsInput, releaseInput } from "./schema.ts";

/** "Ouvrir les inscriptions", "Enregistrer". */
export const openRegistrationAction = formAction(openingInput, async (input) => {
  const slug = await openRegistration(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "ouvert"));
});

/** "Enregistrer les questions". */
export const askQuestionsAction = formAction(questionsInput, async (input) => {
  const slug = await askQuestions(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "questions"));
});

/** "Marquer présent", "Annuler". */
export const notePresenceAction = formAction(presenceInput, async (input) => {
  await notePresence(await requireActor(), input, requestTime());
  redirect(safeNext(input.next));
});

/** "Laisser sa place". */
export const releasePlaceAction = formAction(releaseInput, async (input) => {
  const slug = await releasePlace(await requireActor(), input, requestTime());
  redirect(doneAt(paths.hostedEvent(slug), "retire"));
});
