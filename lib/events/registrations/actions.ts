"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";
import { confirmRegistration, registerForEvent, withdrawRegistration } from "./commands.ts";
import { linkInput, registrationInput } from "./schema.ts";

/** "S’inscrire". */
export const registerForEventAction = formAction(registrationInput, async (input) => {
  const token = await registerForEvent(await currentActor(), input, {
    now: requestTime(),
    address: await clientAddress(),
  });
  redirect(
    token ? doneAt(paths.registration(token), "inscrit") : doneAt(paths.registrationForm(input.event), "a-confirmer"),
  );
});

/** "Confirmer mon inscription". */
export const confirmRegistrationAction = formAction(linkInput, async ({ token }) => {
  await confirmRegistration(token, requestTime());
  redirect(doneAt(paths.registration(token), "inscrit"));
});

/** "Retirer mon inscription". */
export const withdrawRegistrationAction = formAction(linkInput, async ({ token }) => {
  await withdrawRegistration(token, requestTime());
  redirect(doneAt(paths.registration(token), "retire"));
});
