"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { assessTender } from "./commands.ts";
import { assessInput } from "./schema.ts";

/** "Enregistrer cette décision". */
export const assessTenderAction = formAction(assessInput, async (input) => {
  await assessTender(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tenderDecision(input.tenderId), "garde"));
});
