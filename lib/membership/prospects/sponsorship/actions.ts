"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { inviteProspect, markAcquaintance } from "./commands.ts";
import { acquaintanceInput, invitationInput } from "./schema.ts";

/** "Je connais", and its contrary. */
export const markAcquaintanceAction = formAction(acquaintanceInput, async ({ back, ...input }) => {
  await markAcquaintance(await requireActor(), input, requestTime());
  redirect(safeNext(back || paths.sponsorship));
});

/** "Envoyer l'invitation". */
export const inviteProspectAction = formAction(invitationInput, async (input) => {
  await inviteProspect(await requireActor(), input, requestTime());
  redirect(paths.sponsorshipInvitation(input.prospectId));
});
