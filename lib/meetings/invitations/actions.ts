"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";
import { replyToMeeting } from "./commands.ts";
import { replyInput } from "./schema.ts";

/** "Je participe", "Je m’excuse". */
export const replyToMeetingAction = formAction(replyInput, async (input) => {
  await replyToMeeting(await currentActor(), input, requestTime());
  redirect(doneAt(input.token ? paths.meetingLink(input.token) : paths.meetings, "reponse"));
});
