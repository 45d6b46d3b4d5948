"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { castBallots, recordHands } from "./commands.ts";
import { castInput, handsInput } from "./schema.ts";

const here = { slug: z.string().max(200) };

/** "Voter". */
export const castBallotsAction = formAction(castInput.extend(here), async ({ slug, ...input }) => {
  await castBallots(await requireActor(), input, requestTime());
  redirect(doneAt(paths.assembly(slug), "vote"));
});

/** "Noter les mains levées". */
export const recordHandsAction = formAction(handsInput.extend(here), async ({ slug, ...input }) => {
  await recordHands(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "mains"));
});
