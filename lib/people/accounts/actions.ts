"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths, safeNext } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { grantAdministration, liftSuspension, suspendPerson, withdrawAdministration } from "./commands.ts";
import { administrationInput, liftInput, suspendInput } from "./schema.ts";

/** "Confier l’administration", on the page of an account. */
export const grantAdministrationAction = formAction(administrationInput, async (input) => {
  await grantAdministration(await requireActor(), input, requestTime());
  redirect(doneAt(paths.account(input.personId), "administration"));
});

/** "Retirer l’administration", of somebody else or of oneself. */
export const withdrawAdministrationAction = formAction(administrationInput, async (input) => {
  const actor = await requireActor();
  await withdrawAdministration(actor, input, requestTime());
  // Whoever gives up their own administration has no page of accounts to come back to.
  redirect(actor.personId === input.personId ? paths.memberArea : doneAt(paths.account(input.personId), "retrait"));
});

/** From the sheet of a structure or from an account: one comes back to where one was. */
export const suspendPersonAction = formAction(suspendInput, async (input) => {
  await suspendPerson(await requireActor(), input, requestTime());
  redirect(doneAt(safeNext(input.back), "suspension"));
});

/** "Lever la suspension": one comes back to where one was. */
export const liftSuspensionAction = formAction(liftInput, async (input) => {
  await liftSuspension(await requireActor(), input, requestTime());
  redirect(doneAt(safeNext(input.back), "levee"));
});
