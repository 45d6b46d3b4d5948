"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { lowerHand, raiseHand } from "./commands.ts";
import { lowerHandInput, raiseHandInput } from "./schema.ts";

/** "Lever la main". */
export const raiseHandAction = formAction(raiseHandInput, async (input) => {
  await raiseHand(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.tenderId), "main"));
});

/** "Baisser la main". */
export const lowerHandAction = formAction(lowerHandInput, async (input) => {
  await lowerHand(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.tenderId), "baissee"));
});
