"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { setPrices } from "./commands.ts";
import { setPricesInput } from "./schema.ts";

/** "Enregistrer vos prix". */
export const setPricesAction = formAction(setPricesInput, async (input) => {
  await setPrices(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumPrices(input.id), "prix"));
});
