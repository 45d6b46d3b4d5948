"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { placeNeed } from "./commands.ts";
import { placeInput } from "./schema.ts";

/** "Proposer à un adhérent", below a need that no member took. */
export const placeNeedAction = formAction(placeInput, async (input) => {
  await placeNeed(await requireActor(), input, requestTime());
  redirect(doneAt(paths.needsToPlace, "propose"));
});
