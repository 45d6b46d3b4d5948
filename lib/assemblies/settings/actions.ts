"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { changeAssemblyRules } from "./commands.ts";
import { assemblyRulesInput } from "./schema.ts";

/** "Enregistrer" under each kind. */
export const changeAssemblyRulesAction = formAction(assemblyRulesInput, async (input) => {
  await changeAssemblyRules(await requireActor(), input, requestTime());
  redirect(doneAt(paths.assemblyRules, input.kind));
});
