"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { nameDomain, noteElsewhere, renewCode, wakeUnplaced } from "./commands.ts";
import { domainInput, elsewhereInput } from "./schema.ts";

/** "Créer un code", "Changer de code". */
export const renewCodeAction = formAction(z.object({}), async () => {
  await renewCode(await requireActor(), requestTime());
  redirect(doneAt(paths.school, "code"));
});

/** "Enregistrer ce domaine". */
export const nameDomainAction = formAction(domainInput, async (input) => {
  await nameDomain(await requireActor(), input, requestTime());
  redirect(doneAt(paths.school, "domaine"));
});

/** "Relancer ceux qui cherchent". */
export const wakeUnplacedAction = formAction(z.object({}), async () => {
  const woken = await wakeUnplaced(await requireActor(), requestTime());
  redirect(doneAt(paths.school, woken > 0 ? "relance" : "relance-vaine"));
});

/** "Noter placé ailleurs", "Cherche encore". */
export const noteElsewhereAction = formAction(elsewhereInput, async (input) => {
  await noteElsewhere(await requireActor(), input, requestTime());
  redirect(doneAt(paths.school, input.isElsewhere ? "ailleurs" : "cherche"));
});
