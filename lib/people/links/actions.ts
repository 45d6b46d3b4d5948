"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { Refusal } from "#lib/platform/errors";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { currentActor, openBrowserSession } from "#lib/platform/session";
import { circumstances } from "../sessions/circumstances.ts";
import { renewSignInLink, requestSignInLink, signInByCode, signInByLink } from "./commands.ts";
import { forgetRequest, type KeptRequest, keepRequest, readRequest } from "./request-cookie.ts";
import { codeInput, linkInput, linkRequestInput, newcomerInput } from "./schema.ts";

/** "Recevoir un lien", on the page of a forgotten password. */
export const requestSignInLinkAction = formAction(linkRequestInput, async ({ email, next }) => {
  await askForLink(email, safeNext(next));
});

/** "Continuer", on the page of an offer: also for somebody who has no account yet. */
export const welcomeNewcomerAction = formAction(newcomerInput, async ({ email, next, ...newcomer }) => {
  await askForLink(email, safeNext(next), newcomer);
});

/** "Renvoyer le message": once more to the address that this browser gave. */
export const repeatRequestAction = formAction(z.object({}), async () => {
  const request = await readRequest();
  if (!request) redirect(paths.signIn);
  await askForLink(request.email, request.next, request.newcomer);
});

/** "Recevoir un nouveau lien", on the page of one that is over. */
export const renewSignInLinkAction = formAction(linkInput, async (input) => {
  const now = requestTime();
  const renewed = await renewSignInLink(await currentActor(), input, { now, from: await clientAddress() });
  await keepRequest(renewed);
  redirect(paths.signInCode);
});

/** The button of a link's page: opening the page alone does nothing. */
export const signInByLinkAction = formAction(linkInput, async (input) => {
  await enter(await signInByLink(await currentActor(), input, await circumstances()));
});

/** The six digits of the message. */
export const signInByCodeAction = formAction(codeInput, async ({ code }) => {
  const kept = await readRequest();
  if (!kept) throw new Refusal("dead_code", "Ce code ne vaut plus rien. Demandez un nouveau message.");
  await enter(await signInByCode(await currentActor(), { code, request: kept.request }, await circumstances()));
});

async function askForLink(email: string, next: string, newcomer?: KeptRequest["newcomer"]): Promise<void> {
  const asked = { email, next, ...(newcomer ? { newcomer } : {}) };
  const circumstances = { now: requestTime(), from: await clientAddress() };
  const request = await requestSignInLink(await currentActor(), asked, circumstances);
  await keepRequest({ request, ...asked });
  redirect(paths.signInCode);
}

async function enter({ sessionId, next }: { sessionId: string; next: string }): Promise<void> {
  await openBrowserSession(sessionId);
  await forgetRequest();
  redirect(safeNext(next));
}
