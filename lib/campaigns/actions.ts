"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { draftCampaign, sendCampaign, sendTestCampaign } from "./commands.ts";
import { campaignButton, campaignInput } from "./schema.ts";

/** "Voir l’aperçu": the draft is kept, and read before it can leave. */
export const draftCampaignAction = formAction(campaignInput, async (input) => {
  redirect(paths.campaign(await draftCampaign(await requireActor(), input, requestTime())));
});

/** "M’envoyer un essai": to its author alone; the draft stays one. */
export const sendTestCampaignAction = formAction(campaignButton, async (input) => {
  await sendTestCampaign(await requireActor(), input, requestTime());
  redirect(doneAt(paths.campaign(input.id), "essai"));
});

/** "Envoyer à 12 personnes": for good. */
export const sendCampaignAction = formAction(campaignButton, async (input) => {
  await sendCampaign(await requireActor(), input, requestTime());
  redirect(doneAt(paths.campaign(input.id), "envoi"));
});
