"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { inviteStudent } from "./commands.ts";
import { invitationInput } from "./schema.ts";

/** "Inviter à candidater". */
export const inviteStudentAction = formAction(invitationInput, async (input) => {
  await inviteStudent(await requireActor(), input, requestTime());
  redirect(doneAt(paths.offerStudents(input.internshipId), "invitation"));
});
