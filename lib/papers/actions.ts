"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addCertificate, removeCertificate, savePapers } from "./commands.ts";
import { certificateInput, papersInput, removeCertificateInput } from "./schema.ts";

/** "Enregistrer le dossier". */
export const savePapersAction = formAction(papersInput, async (input) => {
  await savePapers(await requireActor(), input, requestTime());
  redirect(doneAt(paths.papers, "enregistre"));
});

/** "Ajouter cette pièce". */
export const addCertificateAction = formAction(certificateInput, async (input) => {
  await addCertificate(await requireActor(), input, requestTime());
  redirect(doneAt(paths.papers, "ajoutee"));
});

/** "Retirer". */
export const removeCertificateAction = formAction(removeCertificateInput, async (input) => {
  await removeCertificate(await requireActor(), input, requestTime());
  redirect(doneAt(paths.papers, "retiree"));
});
