"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { declineInvitation, inviteMember, joinConsortium, withdrawInvitation } from "./commands.ts";
import { declineInput, inviteMemberInput, joinInput, seatInput } from "./schema.ts";

/** "Inviter cette structure". */
export const inviteMemberAction = formAction(inviteMemberInput, async (input) => {
  await inviteMember(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "invitee"));
});

/** "Annuler l’invitation". */
export const withdrawInvitationAction = formAction(seatInput, async (input) => {
  await withdrawInvitation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "annulee"));
});

/** "Rejoindre le groupement". */
export const joinConsortiumAction = formAction(joinInput, async (input) => {
  await joinConsortium(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "rejoint"));
});

/** "Décliner". */
export const declineInvitationAction = formAction(declineInput, async (input) => {
  await declineInvitation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortia, "decline"));
});
