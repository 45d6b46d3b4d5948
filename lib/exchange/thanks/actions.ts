"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { agreeToThanks, thankPartner } from "./commands.ts";
import { agreementInput, thanksInput } from "./schema.ts";

/** "Remercier". */
export const thankPartnerAction = formAction(thanksInput, async (input) => {
  const exchangeId = await thankPartner(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(exchangeId), "merci"));
});

/** "Je suis d’accord", "Je reprends mon accord". */
export const agreeToThanksAction = formAction(agreementInput, async (input) => {
  const exchangeId = await agreeToThanks(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(exchangeId), input.agrees ? "accord" : "retrait"));
});
