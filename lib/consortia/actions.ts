"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { changeTerms, openConsortium } from "./commands.ts";
import { consortiumTermsInput, openConsortiumInput } from "./schema.ts";

/** "Ouvrir le groupement". */
export const openConsortiumAction = formAction(openConsortiumInput, async (input) => {
  const id = await openConsortium(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(id), "ouvert"));
});

/** "Enregistrer la forme et les raisons". */
export const changeTermsAction = formAction(consortiumTermsInput, async (input) => {
  await changeTerms(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "termes"));
});
