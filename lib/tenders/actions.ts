"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { editTender, postTender, restoreTender, settleResemblance, withdrawTender } from "./commands.ts";
import { editTenderInput, resemblanceInput, tenderInput, tenderIntention } from "./schema.ts";

/** "Signaler cet appel d’offres". */
export const postTenderAction = formAction(tenderInput, async (input) => {
  const id = await postTender(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(id), "signale"));
});

/** "Enregistrer l’avis". */
export const editTenderAction = formAction(editTenderInput, async (input) => {
  await editTender(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.id), "modifie"));
});

/** "L’acheteur abandonne". */
export const withdrawTenderAction = formAction(tenderIntention, async (input) => {
  await withdrawTender(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.id), "retire"));
});

/** "Remettre l’avis". */
export const restoreTenderAction = formAction(tenderIntention, async (input) => {
  await restoreTender(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.id), "remis"));
});

/** "C’est le même avis", "Ce sont deux avis". */
export const settleResemblanceAction = formAction(resemblanceInput, async (input) => {
  await settleResemblance(await requireActor(), input, requestTime());
  redirect(doneAt(paths.tender(input.id), "tranche"));
});
