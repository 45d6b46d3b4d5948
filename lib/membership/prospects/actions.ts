"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { noteContact, removeProspect } from "./commands.ts";
import { entryInput, removalInput } from "./schema.ts";

/** "Noter" a contact. */
export const noteContactAction = formAction(entryInput, async (input) => {
  await noteContact(await requireActor(), input, requestTime());
  redirect(paths.boardProspect(input.prospectId));
});

/** "Retirer de la liste". */
export const removeProspectAction = formAction(removalInput, async (input) => {
  await removeProspect(await requireActor(), input, requestTime());
  redirect(paths.boardProspects);
});
