"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { putOnAgenda } from "#lib/expectations/study/commands";
import { putOnAgendaInput } from "#lib/expectations/study/schema";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { acceptItem, addItem, editItem, moveItem, pullTopic, removeItem } from "./commands.ts";
import { addItemInput, editItemInput, itemIntention, moveItemInput, pullTopicInput } from "./schema.ts";

/** "Ajouter ce point", "Proposer ce point". */
export const addItemAction = formAction(addItemInput, async (input) => {
  const { slug, isProposal } = await addItem(await requireActor(), input, requestTime());
  redirect(isProposal ? doneAt(paths.ownMeeting(slug), "propose") : doneAt(paths.agendaDesk(slug), "ajoute"));
});

/** "Enregistrer ce point". */
export const editItemAction = formAction(editItemInput, async (input) => {
  redirect(doneAt(paths.agendaDesk(await editItem(await requireActor(), input, requestTime())), "modifie"));
});

/** "Retenir". */
export const acceptItemAction = formAction(itemIntention, async (input) => {
  redirect(doneAt(paths.agendaDesk(await acceptItem(await requireActor(), input, requestTime())), "retenu"));
});

/** "Monter", "Descendre". */
export const moveItemAction = formAction(moveItemInput, async (input) => {
  redirect(doneAt(paths.agendaDesk(await moveItem(await requireActor(), input, requestTime())), "range"));
});

/** "Retirer". */
export const removeItemAction = formAction(itemIntention, async (input) => {
  redirect(doneAt(paths.agendaDesk(await removeItem(await requireActor(), input, requestTime())), "retire"));
});

/** "Retirer ma proposition". */
export const withdrawItemAction = formAction(itemIntention, async (input) => {
  redirect(doneAt(paths.ownMeeting(await removeItem(await requireActor(), input, requestTime())), "retire"));
});

/** "Reprendre ce point". */
export const pullTopicAction = formAction(pullTopicInput, async (input) => {
  redirect(doneAt(paths.agendaDesk(await pullTopic(await requireActor(), input, requestTime())), "ajoute"));
});

/** "Inscrire cette attente". */
export const pullExpectationAction = formAction(
  putOnAgendaInput.extend({ event: z.string().max(120) }),
  async ({ event, ...input }) => {
    await putOnAgenda(await requireActor(), input, requestTime());
    redirect(doneAt(paths.agendaDesk(event), "ajoute"));
  },
);
