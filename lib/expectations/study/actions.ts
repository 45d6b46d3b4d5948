"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { anchored, doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { expectationInput } from "../schema.ts";
import {
  mergeExpectations,
  publishExpectation,
  putOnAgenda,
  tagExpectation,
  takeStep,
  withdrawPublication,
} from "./commands.ts";
import { mergeInput, publishInput, putOnAgendaInput, tagInput, takeStepInput } from "./schema.ts";

/** The next state of an expectation. */
export const takeStepAction = formAction(takeStepInput, async (input) => {
  await takeStep(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "suite", "histoire"));
});

/** "Réunir à une autre". */
export const mergeAction = formAction(mergeInput, async (input) => {
  await mergeExpectations(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.targetId), "reunie"));
});

/** "Enregistrer ces mots-clés". */
export const tagAction = formAction(tagInput, async (input) => {
  await tagExpectation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "mots", "etude"));
});

/** "Mettre à l’ordre du jour". */
export const putOnAgendaAction = formAction(putOnAgendaInput, async (input) => {
  await putOnAgenda(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "ordre", "etude"));
});

/** "Publier sur le site". */
export const publishAction = formAction(publishInput, async (input) => {
  await publishExpectation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "publiee", "publication"));
});

/** "Retirer du site". */
export const withdrawPublicationAction = formAction(expectationInput, async (input) => {
  await withdrawPublication(await requireActor(), input, requestTime());
  redirect(anchored(paths.expectation(input.id), "publication"));
});
