"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { updateClub } from "./commands.ts";
import { clubInput } from "./schema.ts";

/** The form of the club's settings. */
export const updateClubAction = formAction(clubInput, async (input) => {
  await updateClub(await requireActor(), input, requestTime());
  redirect(doneAt(paths.clubSettings, "enregistre"));
});
