"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { choosePassword } from "./commands.ts";
import { passwordInput } from "./schema.ts";

/** "Enregistrer ce mot de passe". */
export const choosePasswordAction = formAction(
  passwordInput,
  async (input) => {
    await choosePassword(await requireActor(), input, requestTime());
    redirect(doneAt(paths.security, "mot-de-passe"));
  },
  { secret: ["password"] },
);
