"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { closeBrowserSession, requireActor } from "#lib/platform/session";
import { eraseOwnAccount } from "./commands.ts";
import { eraseInput } from "./schema.ts";

/** "Effacer mon compte". */
export const eraseOwnAccountAction = formAction(eraseInput, async (input) => {
  await eraseOwnAccount(await requireActor(), input, requestTime());
  await closeBrowserSession();
  redirect(paths.accountErased);
});
