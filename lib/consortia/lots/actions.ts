"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { chooseLots } from "./commands.ts";
import { chooseLotsInput } from "./schema.ts";

/** "Enregistrer les lots". */
export const chooseLotsAction = formAction(chooseLotsInput, async (input) => {
  await chooseLots(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "lots"));
});
