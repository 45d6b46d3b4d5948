"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { consortiumInput } from "../schema.ts";
import { offerLead, takeLead } from "./commands.ts";
import { offerLeadInput } from "./schema.ts";

/** "Proposer le rôle de mandataire", "Reprendre la proposition". */
export const offerLeadAction = formAction(offerLeadInput, async (input) => {
  await offerLead(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), input.structureId ? "relais" : "relais-repris"));
});

/** "Devenir mandataire". */
export const takeLeadAction = formAction(consortiumInput, async (input) => {
  await takeLead(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "mandataire"));
});
