"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { anchored, doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { commentOnExpectation, withdrawComment } from "./commands.ts";
import { commentInput } from "./schema.ts";

/** "Commenter". */
export const commentAction = formAction(commentInput, async (input) => {
  await commentOnExpectation(await requireActor(), input, requestTime());
  redirect(doneAt(paths.expectation(input.id), "commentaire", "commentaires"));
});

/** "Retirer mon commentaire". */
export const withdrawCommentAction = formAction(
  z.object({ id: z.uuid(), expectationId: z.uuid() }),
  async ({ id, expectationId }) => {
    await withdrawComment(await requireActor(), { id }, requestTime());
    redirect(anchored(paths.expectation(expectationId), "commentaires"));
  },
);
