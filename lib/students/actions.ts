"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { saveProfile, sayFoundElsewhere } from "./commands.ts";
import { elsewhereInput, profileInput } from "./schema.ts";

/** "Enregistrer mon profil". */
export const saveProfileAction = formAction(profileInput, async (input) => {
  await saveProfile(await requireActor(), input, requestTime());
  redirect(doneAt(paths.studentProfile, "profil"));
});

/** "J’ai trouvé un stage ailleurs", "Je cherche encore". */
export const sayFoundElsewhereAction = formAction(elsewhereInput, async (input) => {
  await sayFoundElsewhere(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplications, input.isElsewhere ? "trouve" : "cherche"));
});
