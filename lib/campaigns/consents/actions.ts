"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { giveConsent, unsubscribe, withdrawConsent } from "./commands.ts";
import { unsubscribeInput } from "./schema.ts";

/** "M’abonner à la lettre", from the member area. */
export async function giveConsentAction(): Promise<void> {
  await giveConsent(await requireActor(), requestTime());
  redirect(doneAt(paths.newsletter, "abonnement"));
}

/** "Me désabonner", from the member area, by who is signed in. */
export async function withdrawConsentAction(): Promise<void> {
  await withdrawConsent(await requireActor(), requestTime());
  redirect(doneAt(paths.newsletter, "desabonnement"));
}

/** "Me désabonner de la lettre", on the page of its link. */
export const unsubscribeAction = formAction(unsubscribeInput, async ({ token }) => {
  await unsubscribe(token, requestTime());
  redirect(doneAt(paths.unsubscribe(token), "oui"));
});
