"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { settleAction } from "./commands.ts";
import { actionIntention } from "./schema.ts";

/** "C’est fait", "Finalement non". */
export const settleActionAction = formAction(actionIntention, async (input) => {
  await settleAction(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberArea, input.isDone ? "action-faite" : "action-rouverte", "actions"));
});

/** The same, by whoever leads the commission, on its desk. */
export const settleLedActionAction = formAction(actionIntention, async (input) => {
  const commission = await settleAction(await requireActor(), input, requestTime());
  redirect(commission ? doneAt(paths.commissionDesk(commission), "action-faite") : paths.memberArea);
});
