"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addRate, changeFeeRules, noteHeadcount, withdrawRate } from "./commands.ts";
import { addRateInput, feeRulesInput, headcountInput, withdrawRateInput } from "./schema.ts";

/** "Ajouter au barème". */
export const addRateAction = formAction(addRateInput, async (input) => {
  await addRate(await requireActor(), input, requestTime());
  redirect(paths.boardDuesSchedule);
});

/** "Retirer" a line of the schedule. */
export const withdrawRateAction = formAction(withdrawRateInput, async (input) => {
  await withdrawRate(await requireActor(), input, requestTime());
  redirect(paths.boardDuesSchedule);
});

/** "Enregistrer les réglages". */
export const changeFeeRulesAction = formAction(feeRulesInput, async (input) => {
  await changeFeeRules(await requireActor(), input, requestTime());
  redirect(paths.boardDuesRulesSaved);
});

/** "Enregistrer l’effectif". */
export const noteHeadcountAction = formAction(
  headcountInput.extend({ slug: z.string().max(200) }),
  async ({ slug, ...input }) => {
    await noteHeadcount(await requireActor(), input, requestTime());
    redirect(paths.boardDuesOf(slug, "effectif"));
  },
);
