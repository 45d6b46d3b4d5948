"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { Refusal } from "#lib/platform/errors";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths, safeNext } from "#lib/platform/paths";
import { currentActor, openBrowserSession, requireActor, unfinishedEntry } from "#lib/platform/session";
import { forgetCodes, keepCodes } from "./codes-cookie.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  replaceCodes,
} from "./commands.ts";
import { entryFactorInput, factorInput } from "./schema.ts";

/** "Commencer". */
export const beginSecondFactorAction = formAction(z.object({}), async () => {
  await beginSecondFactor(await requireActor(), requestTime());
  redirect(paths.secondFactor);
});

/** "Mettre en service", with a first code. */
export const confirmSecondFactorAction = formAction(factorInput, async (input) => {
  const actor = await requireActor();
  await keepCodes(actor, await confirmSecondFactor(actor, input, requestTime()));
  redirect(paths.recoveryCodes);
});

/** "Remplacer les codes de secours". */
export const replaceCodesAction = formAction(factorInput, async (input) => {
  const actor = await requireActor();
  await keepCodes(actor, await replaceCodes(actor, input, requestTime()));
  redirect(paths.recoveryCodes);
});

/** "Retirer le second facteur". */
export const removeSecondFactorAction = formAction(factorInput, async (input) => {
  await removeSecondFactor(await requireActor(), input, requestTime());
  redirect(doneAt(paths.security, "second-facteur-retire"));
});

/** "J’ai rangé mes codes": they are shown no more. */
export async function codesKeptAction(): Promise<void> {
  await forgetCodes();
  redirect(doneAt(paths.security, "second-facteur"));
}

/** The second factor asked at sign-in. */
export const passSecondFactorAction = formAction(entryFactorInput, async ({ code, next }) => {
  const entry = await unfinishedEntry();
  if (!entry) throw new Refusal("no_entry", "Cette connexion a trop attendu. Recommencez depuis le début.");
  await passSecondFactor(await currentActor(), { code, sessionId: entry.sessionId }, requestTime());
  await openBrowserSession(entry.sessionId);
  redirect(safeNext(next));
});
