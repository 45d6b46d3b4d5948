"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { appointPerson, endMandate, renewMandate, withdrawAppointment } from "./commands.ts";
import { appointInput, endInput, renewInput, withdrawInput } from "./schema.ts";

/** The form of an appointment or a succession. */
export const appointPersonAction = formAction(appointInput, async (input) => {
  await appointPerson(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMandates, "nomination"));
});

/** The form that ends a mandate earlier than planned. */
export const endMandateAction = formAction(endInput, async (input) => {
  await endMandate(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMandates, "fin"));
});

/** The form that gives the same person the mandate once more, from the day after this one. */
export const renewMandateAction = formAction(renewInput, async (input) => {
  await renewMandate(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMandates, "renouvellement"));
});

/** "Annuler cette nomination", while the mandate has not begun. */
export const withdrawAppointmentAction = formAction(withdrawInput, async (input) => {
  await withdrawAppointment(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMandates, "annulation"));
});
