"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { closeNeed, rateNeed, writeToMember } from "./commands.ts";
import { buyerWordInput, closeInput, rateInput } from "./schema.ts";

/** A word to a member who answered. */
export const writeToMemberAction = formAction(buyerWordInput, async (input) => {
  await writeToMember(input, requestTime());
  redirect(paths.followNeed(input.token));
});

/** "Clore ce besoin". */
export const closeNeedAction = formAction(closeInput, async (input) => {
  await closeNeed(input, requestTime());
  redirect(paths.followNeed(input.token));
});

/** "Comment cela s’est-il passé ?" */
export const rateNeedAction = formAction(rateInput, async (input) => {
  await rateNeed(input);
  redirect(paths.followNeed(input.token));
});
