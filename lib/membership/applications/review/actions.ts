"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import {
  acceptApplication,
  askApplicant,
  commentApplication,
  refuseApplication,
  voteOnApplication,
} from "./commands.ts";
import { acceptanceInput, commentInput, questionInput, refusalInput, voteInput } from "./schema.ts";

/** "Commenter", for the board alone. */
export const commentApplicationAction = formAction(commentInput, async (input) => {
  await commentApplication(await requireActor(), input, requestTime());
  redirect(paths.boardApplication(input.id));
});

/** "Donner mon avis". */
export const voteOnApplicationAction = formAction(voteInput, async (input) => {
  await voteOnApplication(await requireActor(), input, requestTime());
  redirect(paths.boardApplication(input.id));
});

/** "Poser la question". */
export const askApplicantAction = formAction(questionInput, async (input) => {
  await askApplicant(await requireActor(), input, requestTime());
  redirect(paths.boardApplication(input.id));
});

/** "Accepter la demande". */
export const acceptApplicationAction = formAction(acceptanceInput, async (input) => {
  await acceptApplication(await requireActor(), input, requestTime());
  redirect(paths.boardApplication(input.id));
});

/** "Refuser la demande". */
export const refuseApplicationAction = formAction(refusalInput, async (input) => {
  await refuseApplication(await requireActor(), input, requestTime());
  redirect(paths.boardApplication(input.id));
});
