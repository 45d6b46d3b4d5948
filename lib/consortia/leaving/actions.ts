"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { seatInput } from "../members/schema.ts";
import { leaveConsortium, noteDeparture } from "./commands.ts";
import { leaveInput } from "./schema.ts";

/** "Quitter le groupement". */
export const leaveConsortiumAction = formAction(leaveInput, async (input) => {
  await leaveConsortium(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortia, "quitte"));
});

/** "Constater son départ". */
export const noteDepartureAction = formAction(seatInput, async (input) => {
  await noteDeparture(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "parti"));
});
