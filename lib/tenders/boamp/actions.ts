"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { noteSetAside } from "./commands.ts";
import { setAsideInput } from "./schema.ts";

/** "C’est vu". */
export const noteSetAsideAction = formAction(setAsideInput, async (input) => {
  await noteSetAside(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardTenders, "vu"));
});
