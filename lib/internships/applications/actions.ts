"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { findOwnProfile } from "#lib/students/queries";
import { beginApplication, discardDraft, keepDraft, sendApplication } from "./commands.ts";
import { applicationInput, beginInput, draftInput } from "./schema.ts";

/** "Continuer": the profile and the first words are kept; the CV comes next when there is none. */
export const beginApplicationAction = formAction(beginInput, async (input) => {
  const [actor, now] = [await requireActor(), requestTime()];
  const draft = paths.ownApplication(await beginApplication(actor, input, now));
  const profile = await findOwnProfile(actor, now);
  redirect(profile?.cv ? draft : paths.studentCvThen(draft));
});

/** "Enregistrer le brouillon" or "Envoyer ma candidature". */
export const draftAction = formAction(draftInput, async (input) => {
  const [actor, now] = [await requireActor(), requestTime()];
  const page = paths.ownApplication(input.applicationId);
  if (input.step === "keep") {
    await keepDraft(actor, input, now);
    redirect(doneAt(page, "brouillon"));
  }
  await sendApplication(actor, input, now);
  redirect(doneAt(page, "envoi"));
});

/** "Jeter ce brouillon". */
export const discardDraftAction = formAction(applicationInput, async (input) => {
  await discardDraft(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplications, "jete"));
});
