"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { changeExchange, closeExchange, extendExchange, postExchange } from "./commands.ts";
import { changeExchangeInput, closeInput, exchangeIdInput, exchangeInput } from "./schema.ts";

/** "Publier". */
export const postExchangeAction = formAction(exchangeInput, async (input) => {
  const id = await postExchange(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(id), "publie"));
});

/** "Enregistrer". */
export const changeExchangeAction = formAction(changeExchangeInput, async (input) => {
  await changeExchange(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(input.id), "change"));
});

/** "Prolonger de trois mois". */
export const extendExchangeAction = formAction(exchangeIdInput, async ({ id }) => {
  await extendExchange(await requireActor(), id, requestTime());
  redirect(doneAt(paths.exchange(id), "prolonge"));
});

/** "C’est fait, avec …", "Clore sans suite". */
export const closeExchangeAction = formAction(closeInput, async (input) => {
  await closeExchange(await requireActor(), input, requestTime());
  redirect(doneAt(paths.exchange(input.id), "clos"));
});
