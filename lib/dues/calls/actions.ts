"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { callFeesInput } from "../schema.ts";
import { callFees } from "./commands.ts";

/** "Envoyer les appels", under their preview. */
export const callFeesAction = formAction(callFeesInput, async (input) => {
  await callFees(await requireActor(), input, requestTime());
  redirect(paths.boardDuesOfYear(input.year, "appel"));
});
