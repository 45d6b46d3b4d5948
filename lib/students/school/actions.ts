"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { joinSchoolByAddress, joinSchoolByCode, leaveSchool } from "./commands.ts";
import { joinByAddressInput, joinByCodeInput } from "./schema.ts";

/** "Rejoindre cette école", with its code. */
export const joinSchoolByCodeAction = formAction(joinByCodeInput, async (input) => {
  await joinSchoolByCode(await requireActor(), input, requestTime());
  redirect(doneAt(paths.studentProfile, "ecole"));
});

/** The same, for the school of one's address. */
export const joinSchoolByAddressAction = formAction(joinByAddressInput, async (input) => {
  await joinSchoolByAddress(await requireActor(), input, requestTime());
  redirect(doneAt(paths.studentProfile, "ecole"));
});

/** "Ne plus être suivi". */
export const leaveSchoolAction = formAction(z.object({}), async () => {
  await leaveSchool(await requireActor(), requestTime());
  redirect(doneAt(paths.studentProfile, "sans-ecole"));
});
