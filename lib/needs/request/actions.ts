"use server";

import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { type FormState, formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { followToken } from "../mails.ts";
import { type Match, matchNeed } from "../match/queries.ts";
import { confirmNeed, submitNeed } from "./commands.ts";
import { confirmInput, needInput, needQuestion } from "./schema.ts";

/** What the form is given back: what was typed, what is wrong, and who can answer. */
export interface NeedFormState {
  form: FormState;
  match: Match | null;
}

const send = formAction(needInput, async (input) => {
  await submitNeed(input, { now: requestTime(), address: await clientAddress() });
  redirect(input.frame ? paths.needFrameSent : paths.needSent);
});

/** The one form of a need: its first button shows who can answer, its last one sends. */
export async function needAction(_before: NeedFormState, formData: FormData): Promise<NeedFormState> {
  if (formData.get("step") === "send") {
    const form = await send(undefined, formData);
    return { form, match: await matchOf(formData) };
  }
  const submission = parseWithZod(formData, { schema: needQuestion });
  return { form: submission.reply(), match: await matchOf(formData) };
}

async function matchOf(formData: FormData): Promise<Match | null> {
  const asked = needQuestion.safeParse(Object.fromEntries(formData));
  return asked.success ? matchNeed(asked.data, requestTime()) : null;
}

/** "Confirmer et envoyer", behind the link of the mail. */
export const confirmNeedAction = formAction(confirmInput, async ({ token }) => {
  const id = await confirmNeed(token, requestTime());
  redirect(paths.followNeed(followToken(id)));
});
