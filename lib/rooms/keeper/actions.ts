"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { keeperAnswerInput, offerAnswerInput } from "../schema.ts";
import { answerOffer, answerRequest } from "./commands.ts";

/** The keeper's form, without an account. */
export const answerRequestAction = formAction(keeperAnswerInput, async (input) => {
  await answerRequest(input, requestTime());
  redirect(doneAt(paths.roomLink(input.token), input.answer));
});

/** "Accepter cette salle", "Refuser cette salle". */
export const answerOfferAction = formAction(offerAnswerInput, async ({ bookingId, decision }) => {
  const accepts = decision === "accept";
  const { commission, slug, pollId } = await answerOffer(await requireActor(), { bookingId, accepts }, requestTime());
  if (pollId) redirect(paths.poll(commission, pollId));
  if (slug) redirect(paths.meeting(commission, slug));
  redirect(commission ? paths.commissionDesk(commission) : paths.boardMeetings);
});
