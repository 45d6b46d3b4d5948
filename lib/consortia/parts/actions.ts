"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { agreeToParts, declareSubcontractor, setParts, showAmount, withdrawSubcontractor } from "./commands.ts";
import {
  agreeInput,
  setPartsInput,
  showAmountInput,
  subcontractorInput,
  withdrawSubcontractorInput,
} from "./schema.ts";

/** "Enregistrer les parts". */
export const setPartsAction = formAction(setPartsInput, async (input) => {
  await setParts(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "parts"));
});

/** "Donner l’accord de votre structure". */
export const agreeToPartsAction = formAction(agreeInput, async (input) => {
  await agreeToParts(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "accord"));
});

/** "Enregistrer ce choix". */
export const showAmountAction = formAction(showAmountInput, async (input) => {
  await showAmount(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortium(input.id), "montant"));
});

/** "Déclarer ce sous-traitant". */
export const declareSubcontractorAction = formAction(subcontractorInput, async (input) => {
  await declareSubcontractor(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "sous-traitant"));
});

/** "Retirer". */
export const withdrawSubcontractorAction = formAction(withdrawSubcontractorInput, async (input) => {
  await withdrawSubcontractor(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumMembers(input.id), "sans-sous-traitant"));
});
