"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { inviteGuest, revokeGuest } from "./commands.ts";
import { inviteGuestInput, revokeGuestInput } from "./schema.ts";

/** "Inviter cette personne à lire". */
export const inviteGuestAction = formAction(inviteGuestInput, async (input) => {
  await inviteGuest(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "invite-lecture"));
});

/** "Retirer l’accès". */
export const revokeGuestAction = formAction(revokeGuestInput, async (input) => {
  await revokeGuest(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "acces-retire"));
});
