"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addPaper, removePaper } from "./commands.ts";
import { addPaperInput, paperIntention } from "./schema.ts";

/** "Joindre ce document". */
export const addPaperAction = formAction(addPaperInput, async ({ paper, ...input }) => {
  const bytes = new Uint8Array(await paper.arrayBuffer());
  const slug = await addPaper(await requireActor(), { ...input, name: paper.name, bytes }, requestTime());
  redirect(doneAt(paths.agendaDesk(slug), "joint"));
});

/** "Retirer ce document". */
export const removePaperAction = formAction(paperIntention, async (input) => {
  redirect(doneAt(paths.agendaDesk(await removePaper(await requireActor(), input, requestTime())), "retire"));
});
