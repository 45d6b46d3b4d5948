"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { remindInput } from "../schema.ts";
import { remind } from "./commands.ts";

/** "Relancer". */
export const remindAction = formAction(
  remindInput.extend({ slug: z.string().max(200) }),
  async ({ slug, ...input }) => {
    await remind(await requireActor(), input, requestTime());
    redirect(paths.boardDuesOf(slug, "relance"));
  },
);
