"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { cancelMeeting, moveMeeting, scheduleMeeting } from "./commands.ts";
import { cancelInput, moveInput, scheduleInput } from "./schema.ts";

/** "Convoquer la réunion". */
export const scheduleMeetingAction = formAction(scheduleInput, async (input) => {
  const slug = await scheduleMeeting(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(input.commission, slug), "convoquee"));
});

/** "Déplacer la réunion". */
export const moveMeetingAction = formAction(moveInput, async (input) => {
  const { commission, slug } = await moveMeeting(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(commission, slug), "deplacee"));
});

/** "Annuler la réunion". */
export const cancelMeetingAction = formAction(cancelInput, async (input) => {
  const { commission, slug } = await cancelMeeting(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(commission, slug), "annulee"));
});
