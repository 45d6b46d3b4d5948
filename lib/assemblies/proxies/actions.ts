"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { giveProxy, recordPaperProxy, withdrawPaperProxy, withdrawProxy } from "./commands.ts";
import { giveProxyInput, paperProxyInput, withdrawProxyInput } from "./schema.ts";

const here = { slug: z.string().max(200) };

/** "Donner pouvoir". */
export const giveProxyAction = formAction(giveProxyInput.extend(here), async ({ slug, ...input }) => {
  await giveProxy(await requireActor(), input, requestTime());
  redirect(doneAt(paths.assembly(slug), "pouvoir"));
});

/** "Reprendre mon pouvoir". */
export const withdrawProxyAction = formAction(withdrawProxyInput.extend(here), async ({ slug, ...input }) => {
  await withdrawProxy(await requireActor(), input, requestTime());
  redirect(doneAt(paths.assembly(slug), "repris"));
});

/** "Noter ce pouvoir". */
export const recordPaperProxyAction = formAction(paperProxyInput.extend(here), async ({ slug, ...input }) => {
  await recordPaperProxy(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "papier"));
});

/** "Retirer ce pouvoir papier". */
export const withdrawPaperProxyAction = formAction(withdrawProxyInput.extend(here), async ({ slug, ...input }) => {
  await withdrawPaperProxy(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "papier-retire"));
});
