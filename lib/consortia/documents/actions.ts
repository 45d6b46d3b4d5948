"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { chooseFinal, withdrawDocument } from "./commands.ts";
import { chooseFinalInput, withdrawDocumentInput } from "./schema.ts";

/** "Mettre dans la réponse finale", "Sortir de la réponse finale". */
export const chooseFinalAction = formAction(chooseFinalInput, async (input) => {
  await chooseFinal(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumDocuments(input.id), input.isFinal ? "choisi" : "sorti"));
});

/** "Retirer ce document". */
export const withdrawDocumentAction = formAction(withdrawDocumentInput, async (input) => {
  await withdrawDocument(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumDocuments(input.id), "retire"));
});
