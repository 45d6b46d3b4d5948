"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { chooseSlot, declineSlots, proposeInterview } from "./commands.ts";
import { choiceInput, declineSlotsInput, proposalInput } from "./schema.ts";

/** "Proposer ces créneaux". */
export const proposeInterviewAction = formAction(proposalInput, async (input) => {
  const offer = await proposeInterview(await requireActor(), input, requestTime());
  redirect(doneAt(paths.receivedApplication(offer, input.applicationId), "entretien"));
});

/** "Choisir ce créneau". */
export const chooseSlotAction = formAction(choiceInput, async (input) => {
  await chooseSlot(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplication(input.applicationId), "creneau"));
});

/** "Aucun ne me convient". */
export const declineSlotsAction = formAction(declineSlotsInput, async (input) => {
  await declineSlots(await requireActor(), input, requestTime());
  redirect(doneAt(paths.ownApplication(input.applicationId), "creneaux-refuses"));
});
