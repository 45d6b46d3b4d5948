"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { noteAttendance, signIn } from "./commands.ts";
import { addPresentInput, noteInput, signInInput } from "./schema.ts";

/** One tap on the sheet: the page stays where it is. */
export const noteAttendanceAction = formAction(noteInput, async (input) => {
  revalidatePath(paths.attendanceDesk(await noteAttendance(await requireActor(), input, requestTime())));
});

/** "Ajouter cette personne". */
export const addPresentAction = formAction(addPresentInput, async ({ meetingId, personId }) => {
  const note = { state: "present" as const, personId };
  redirect(
    doneAt(
      paths.attendanceDesk(await noteAttendance(await requireActor(), { meetingId, note }, requestTime())),
      "ajoute",
    ),
  );
});

/** "Je suis là". */
export const signInAction = formAction(signInInput, async (input) => {
  await signIn(await requireActor(), input, requestTime());
  redirect(doneAt(paths.presence(input.token), "present"));
});
