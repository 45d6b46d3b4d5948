"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { resendLinks, submitApplication } from "./commands.ts";
import { applicationInput, resendLinkInput } from "./schema.ts";

/** The application form. */
export const submitApplicationAction = formAction(applicationInput, async (input) => {
  await submitApplication(input, { now: requestTime(), address: await clientAddress() });
  redirect(paths.joinSent);
});

/** "Renvoyer le lien". */
export const resendLinksAction = formAction(resendLinkInput, async ({ email }) => {
  await resendLinks(email, { now: requestTime(), address: await clientAddress() });
  redirect(`${paths.joinSent}?renvoi=1`);
});
