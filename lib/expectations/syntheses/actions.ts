"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { presentSynthesis, writeSynthesis } from "./commands.ts";
import { presentSynthesisInput, writeSynthesisInput } from "./schema.ts";

/** "Enregistrer ce texte". */
export const writeSynthesisAction = formAction(writeSynthesisInput, async (input) => {
  await writeSynthesis(await requireActor(), input, requestTime());
  redirect(doneAt(paths.synthesis(input.commission), "garde"));
});

/** "Présenter au comité". */
export const presentSynthesisAction = formAction(presentSynthesisInput, async (input) => {
  const id = await presentSynthesis(await requireActor(), input, requestTime());
  redirect(paths.presentedSynthesis(id));
});
