"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { resendMail } from "./commands.ts";
import { resendInput } from "./schema.ts";

/** The "Renvoyer" button of the log. */
export const resendMailAction = formAction(resendInput, async (input) => {
  await resendMail(await requireActor(), input, requestTime());
  redirect(paths.boardMail);
});
