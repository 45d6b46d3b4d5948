"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { recordPaymentInput, undoPaymentInput } from "../schema.ts";
import { recordPayment, undoPayment } from "./commands.ts";

/** On whose sheet the form stands: where to go back to. */
const sheet = { slug: z.string().max(200) };

/** "Enregistrer le règlement". */
export const recordPaymentAction = formAction(recordPaymentInput.extend(sheet), async ({ slug, ...input }) => {
  await recordPayment(await requireActor(), input, requestTime());
  redirect(paths.boardDuesOf(slug, "reglement"));
});

/** "Annuler ce règlement". */
export const undoPaymentAction = formAction(undoPaymentInput.extend(sheet), async ({ slug, ...input }) => {
  await undoPayment(await requireActor(), input, requestTime());
  redirect(paths.boardDuesOf(slug, "annulation"));
});
