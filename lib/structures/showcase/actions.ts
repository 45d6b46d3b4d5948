"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { changeLogo, removeLogo, saveShowcase } from "./commands.ts";
import { logoInput, logoRemovalInput, showcaseInput } from "./schema.ts";

/** "Enregistrer la fiche". */
export const saveShowcaseAction = formAction(showcaseInput, async (input) => {
  await saveShowcase(await requireActor(), input, requestTime());
  redirect(paths.showcaseAfter("enregistrement"));
});

/** "Mettre ce logo en ligne". */
export const changeLogoAction = formAction(logoInput, async ({ structureId, logo }) => {
  const bytes = new Uint8Array(await logo.arrayBuffer());
  await changeLogo(await requireActor(), { structureId, bytes }, requestTime());
  redirect(paths.showcaseAfter("logo"));
});

/** "Retirer le logo". */
export const removeLogoAction = formAction(logoRemovalInput, async (input) => {
  await removeLogo(await requireActor(), input, requestTime());
  redirect(paths.showcaseAfter("sans-logo"));
});
