"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { closeBrowserSession, currentActor, openBrowserSession, requireActor } from "#lib/platform/session";
import { visitor } from "#lib/policy/actor";
import { requestSignInLink } from "../links/commands.ts";
import { keepRequest } from "../links/request-cookie.ts";
import { entryInput } from "../schema.ts";
import { circumstances } from "./circumstances.ts";
import { proveAgain, revokeOtherSessions, revokeSession, signIn, signOut } from "./commands.ts";
import { proofByLinkInput, proofInput, sessionInput } from "./schema.ts";

/** The sign-in page: one address, and the button that was pressed says which way in. */
export const enterAction = formAction(
  entryInput,
  async (input) => {
    const [actor, here, next] = [await currentActor(), await circumstances(), safeNext(input.next)];
    if (input.means === "password") {
      await openBrowserSession(await signIn(actor, input, here));
      redirect(next);
    }
    const request = await requestSignInLink(actor, input, here);
    await keepRequest({ request, email: input.email, next });
    redirect(paths.signInCode);
  },
  { secret: ["password"] },
);

/** Proving again who one is, on the security pages. */
export const proveAgainAction = formAction(
  proofInput,
  async (input) => {
    await proveAgain(await requireActor(), input, await circumstances());
    redirect(safeNext(input.next));
  },
  { secret: ["password"] },
);

/** The same by e-mail, for whoever has no password: the link leads back to the page it was asked on. */
export const proveByLinkAction = formAction(proofByLinkInput, async (input) => {
  const { email } = await requireActor();
  const next = safeNext(input.next);
  await keepRequest({ request: await requestSignInLink(visitor, { email, next }, await circumstances()), email, next });
  redirect(paths.signInCode);
});

/** "Fermer cette session". */
export const revokeSessionAction = formAction(sessionInput, async (input) => {
  await revokeSession(await requireActor(), input, requestTime());
  redirect(paths.security);
});

/** "Fermer toutes les autres sessions". */
export const revokeOtherSessionsAction = formAction(z.object({}), async () => {
  await revokeOtherSessions(await requireActor(), requestTime());
  redirect(paths.security);
});

/** The "Se déconnecter" button; also gives up a sign-in that waits for its second factor. */
export async function signOutAction(): Promise<void> {
  await signOut(await currentActor(), requestTime());
  await closeBrowserSession();
  redirect(paths.home);
}
