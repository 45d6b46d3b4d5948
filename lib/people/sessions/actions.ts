"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { closeBrowserSession, currentActor, openBrowserSession } from "#lib/platform/session";
import { signInInput } from "../schema.ts";
import { signIn, signOut } from "./commands.ts";

/** The sign-in form. */
export const signInAction = formAction(
  signInInput,
  async ({ next, ...credentials }) => {
    const userAgent = (await headers()).get("user-agent");
    await openBrowserSession(await signIn(await currentActor(), credentials, { now: requestTime(), userAgent }));
    redirect(safeNext(next));
  },
  { secret: ["password"] },
);

/** The "Se déconnecter" button. */
export async function signOutAction(): Promise<void> {
  await signOut(await currentActor(), requestTime());
  await closeBrowserSession();
  redirect(paths.home);
}
