"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { currentActor, requireActor } from "#lib/platform/session";
import { answerPoll } from "./answers/commands.ts";
import { remindVoters, renewPollLink } from "./asking/commands.ts";
import { abandonPoll, closePoll, concludePoll, extendPoll, openPoll } from "./commands.ts";
import {
  addSlotInput,
  answerInput,
  conclusionInput,
  extendPollInput,
  pollInput,
  pollIntention,
  renewLinkInput,
  slotIntention,
} from "./schema.ts";
import { addSlot, askSlotRoom, withdrawSlot } from "./slots/commands.ts";

/** "Ouvrir le sondage". */
export const openPollAction = formAction(pollInput, async (input) => {
  const { commission, id } = await openPoll(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "ouvert"));
});

/** "Envoyer mes réponses": by the link, or signed in. */
export const answerPollAction = formAction(answerInput, async (input) => {
  await answerPoll(await currentActor(), input, requestTime());
  redirect(doneAt(input.token ? paths.pollLink(input.token) : paths.pollAnswer(input.pollId ?? ""), "reponse"));
});

/** "Relancer ceux qui n’ont pas répondu". */
export const remindVotersAction = formAction(pollIntention, async ({ pollId }) => {
  const { commission, id } = await remindVoters(await requireActor(), pollId, requestTime());
  redirect(doneAt(paths.poll(commission, id), "relance"));
});

/** "Clore les réponses". */
export const closePollAction = formAction(pollIntention, async ({ pollId }) => {
  const { commission, id } = await closePoll(await requireActor(), pollId, requestTime());
  redirect(doneAt(paths.poll(commission, id), "clos"));
});

/** "Abandonner ce sondage". */
export const abandonPollAction = formAction(pollIntention, async ({ pollId }) => {
  const { commission, id } = await abandonPoll(await requireActor(), pollId, requestTime());
  redirect(doneAt(paths.poll(commission, id), "abandonne"));
});

/** "Rouvrir les réponses". */
export const extendPollAction = formAction(extendPollInput, async (input) => {
  const { commission, id } = await extendPoll(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "rouvert"));
});

/** "Retenir cette date". */
export const concludePollAction = formAction(conclusionInput, async (input) => {
  const { commission, slug } = await concludePoll(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(commission, slug), "convoquee"));
});

/** "Nouveau lien". */
export const renewPollLinkAction = formAction(renewLinkInput, async (input) => {
  const { commission, id } = await renewPollLink(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "lien"));
});

/** "Ajouter cette date". */
export const addSlotAction = formAction(addSlotInput, async (input) => {
  const { commission, id } = await addSlot(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "date"));
});

/** "Retirer cette date". */
export const withdrawSlotAction = formAction(slotIntention, async (input) => {
  const { commission, id } = await withdrawSlot(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "retrait"));
});

/** "Demander la salle dès maintenant". */
export const askSlotRoomAction = formAction(slotIntention, async (input) => {
  const { commission, id } = await askSlotRoom(await requireActor(), input, requestTime());
  redirect(doneAt(paths.poll(commission, id), "salle"));
});
