"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { closeBrowserSession, currentActor, openBrowserSession } from "#lib/platform/session";
import { requestSignInLink } from "../links/commands.ts";
import { keepRequest } from "../links/request-cookie.ts";
import { entryInput } from "../schema.ts";
import { circumstances } from "./circumstances.ts";
import { signIn, signOut } from "./commands.ts";

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

/** The "Se déconnecter" button. */
export async function signOutAction(): Promise<void> {
  await signOut(await currentActor(), requestTime());
  await closeBrowserSession();
  redirect(paths.home);
}
