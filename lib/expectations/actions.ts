"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { followExpectation, supportExpectation, voiceExpectation, withdrawVoice } from "./commands.ts";
import { findSimilarExpectations, type SimilarExpectation } from "./queries.ts";
import { expectationInput, voiceExpectationInput } from "./schema.ts";

/** "Dire cette attente". */
export const voiceExpectationAction = formAction(voiceExpectationInput, async (input) => {
  const id = await voiceExpectation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(id), "dite"));
});

/** "Joindre notre voix". */
export const supportExpectationAction = formAction(expectationInput, async (input) => {
  await supportExpectation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "voix"));
});

/** "Reprendre notre voix". */
export const withdrawVoiceAction = formAction(expectationInput, async (input) => {
  await withdrawVoice(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "reprise"));
});

/** "Suivre", "Ne plus suivre". */
export const followExpectationAction = formAction(
  expectationInput.extend({ isFollowed: z.enum(["oui", "non"]).transform((value) => value === "oui") }),
  async (input) => {
    await followExpectation(await requireActor(), input, requestTime());
    redirect(paths.expectation(input.id));
  },
);

/** What was already asked in nearly these words, while one types. */
export async function similarExpectationsAction(typed: string): Promise<SimilarExpectation[]> {
  return findSimilarExpectations(await requireActor(), String(typed), requestTime());
}
