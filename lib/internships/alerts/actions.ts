"use server";

import { redirect } from "next/navigation";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { confirmAlert, requestAlert, stopAlert } from "./commands.ts";
import { alertInput, alertNamed } from "./schema.ts";

/** "Recevoir le lien de confirmation". */
export const requestAlertAction = formAction(alertInput, async (input) => {
  await requestAlert(input, { now: requestTime(), address: await clientAddress() });
  redirect(paths.alertSent);
});

/** "Confirmer l’alerte", "Garder un an de plus". */
export const confirmAlertAction = formAction(alertNamed, async ({ token }) => {
  await confirmAlert(token, requestTime());
  redirect(doneAt(paths.alert(token), "confirmee"));
});

/** "Arrêter cette alerte". */
export const stopAlertAction = formAction(alertNamed, async ({ token }) => {
  await stopAlert(token);
  redirect(doneAt(paths.alertSent, "arretee"));
});
