"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { conveneAssembly, moveAssembly } from "./commands.ts";
import { conveneInput, moveAssemblyInput } from "./schema.ts";

/** "Convoquer". */
export const conveneAssemblyAction = formAction(conveneInput, async (input) => {
  const slug = await conveneAssembly(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "convoquee"));
});

/** "Changer et convoquer de nouveau". */
export const moveAssemblyAction = formAction(moveAssemblyInput, async (input) => {
  const slug = await moveAssembly(await requireActor(), input, requestTime());
  redirect(doneAt(paths.meeting(null, slug), "deplacee"));
});
