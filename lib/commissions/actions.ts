"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { joinCommission, leaveCommission } from "./commands.ts";
import { membershipInput } from "./schema.ts";

/** "Rejoindre" beside a commission, for the structure that the person acts for. */
export const joinCommissionAction = formAction(membershipInput, async (input) => {
  await joinCommission(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownCommissions, "rejoint"));
});

/** "Quitter" beside a commission of one's own. */
export const leaveCommissionAction = formAction(membershipInput, async (input) => {
  await leaveCommission(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownCommissions, "quitte"));
});
