"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { settleMembership } from "./commands.ts";
import { settleInput } from "./schema.ts";

/** The form "Ce que devient la structure" of its sheet. */
export const settleMembershipAction = formAction(settleInput, async (input) => {
  const slug = await settleMembership(await requireActor(), input, requestTime());
  redirect(doneAt(paths.registered(slug), "statut"));
});
