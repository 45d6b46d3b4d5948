"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { closeSeat, leaveConsortium } from "./commands.ts";
import { closeSeatInput, leaveInput } from "./schema.ts";

/** "Quitter le groupement". */
export const leaveConsortiumAction = formAction(leaveInput, async (input) => {
  await leaveConsortium(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortia, "quitte"));
});

/** "Constater ce départ", "Retirer du groupement". */
export const closeSeatAction = formAction(closeSeatInput, async (input) => {
  await closeSeat(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "parti"));
});
