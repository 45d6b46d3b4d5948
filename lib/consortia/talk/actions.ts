"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { recordDecision, writeMessage } from "./commands.ts";
import { decisionInput, messageInput } from "./schema.ts";

/** "Envoyer". */
export const writeMessageAction = formAction(messageInput, async (input) => {
  await writeMessage(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTalk(input.id), "message"));
});

/** "Noter cette décision". */
export const recordDecisionAction = formAction(decisionInput, async (input) => {
  await recordDecision(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTalk(input.id), "decision"));
});
