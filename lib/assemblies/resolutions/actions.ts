"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addResolution, closeVote, nameCandidates, openVote, withdrawResolution } from "./commands.ts";
import { candidatesInput, resolutionInput, resolutionIntention } from "./schema.ts";

const here = { slug: z.string().max(200) };
const onResolution = resolutionIntention.extend(here);

/** "Ajouter au vote". */
export const addResolutionAction = formAction(resolutionInput.extend(here), async ({ slug, ...input }) => {
  await addResolution(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "resolution"));
});

/** "Enregistrer les candidats". */
export const nameCandidatesAction = formAction(candidatesInput.extend(here), async ({ slug, ...input }) => {
  await nameCandidates(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "candidats"));
});

/** "Retirer du vote". */
export const withdrawResolutionAction = formAction(onResolution, async ({ slug, resolutionId }) => {
  await withdrawResolution(await requireActor(), resolutionId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "retiree"));
});

/** "Ouvrir le vote". */
export const openVoteAction = formAction(onResolution, async ({ slug, resolutionId }) => {
  await openVote(await requireActor(), resolutionId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "vote"));
});

/** "Fermer le vote". */
export const closeVoteAction = formAction(onResolution, async ({ slug, resolutionId }) => {
  await closeVote(await requireActor(), resolutionId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "resultat"));
});
