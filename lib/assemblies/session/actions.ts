"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { assemblyIntention } from "../schema.ts";
import { adjournSession, checkIn, closeSession, notePresence, openSession } from "./commands.ts";
import { presenceInput } from "./schema.ts";

/** Where whoever clicked goes back to. */
const here = { slug: z.string().max(200) };
const onAssembly = assemblyIntention.extend(here);

/** "Ouvrir la séance". */
export const openSessionAction = formAction(onAssembly, async ({ assemblyId, slug }) => {
  await openSession(await requireActor(), assemblyId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "ouverte"));
});

/** "Je suis là". */
export const checkInAction = formAction(onAssembly, async ({ assemblyId, slug }) => {
  await checkIn(await requireActor(), assemblyId, requestTime());
  redirect(doneAt(paths.assembly(slug), "present"));
});

/** "Présent", "N’est plus là": the list stays where it is, for the next name. */
export const notePresenceAction = formAction(presenceInput, async (input) => {
  await notePresence(await requireActor(), input, requestTime());
  refresh();
});

/** "Constater l’absence de quorum". */
export const adjournSessionAction = formAction(onAssembly, async ({ assemblyId, slug }) => {
  await adjournSession(await requireActor(), assemblyId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "levee"));
});

/** "Clore la séance". */
export const closeSessionAction = formAction(onAssembly, async ({ assemblyId, slug }) => {
  await closeSession(await requireActor(), assemblyId, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "close"));
});
