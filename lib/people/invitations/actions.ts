"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { currentActor, openBrowserSession, requireActor } from "#lib/platform/session";
import { acceptInvitation, invitePerson, resendInvitation, revokeInvitation } from "./commands.ts";
import { acceptInput, inviteInput, pendingInput } from "./schema.ts";

/** The form "Inviter une personne". */
export const invitePersonAction = formAction(inviteInput, async (input) => {
  await invitePerson(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("invitation"));
});

/** "Renvoyer" beside an invitation that waits. */
export const resendInvitationAction = formAction(pendingInput, async (input) => {
  await resendInvitation(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("renvoi"));
});

/** "Annuler" beside an invitation that waits. */
export const revokeInvitationAction = formAction(pendingInput, async (input) => {
  await revokeInvitation(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("annulation"));
});

/** The button at the end of the link. */
export const acceptInvitationAction = formAction(acceptInput, async (input) => {
  const actor = await currentActor();
  const userAgent = (await headers()).get("user-agent");
  const { sessionId } = await acceptInvitation(actor, input, { now: requestTime(), userAgent });
  if (sessionId) await openBrowserSession(sessionId);
  // Somebody who was not signed in is told there to do so.
  redirect(sessionId ? paths.ownStructureAfter("arrivee") : paths.invitation(input.token));
});
