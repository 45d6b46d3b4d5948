"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { closeOffer, discardOffer, publishOffer, reopenOffer, saveOffer } from "./commands.ts";
import { offerInput, offerNamed } from "./schema.ts";

/** "Enregistrer et relire". */
export const saveOfferAction = formAction(offerInput, async (input) => {
  await saveOffer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberInternship(input.id), "enregistree"));
});

/** "Publier l’offre". */
export const publishOfferAction = formAction(offerNamed, async (input) => {
  await publishOffer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberInternship(input.id), "publiee"));
});

/** "Fermer l’offre". */
export const closeOfferAction = formAction(offerNamed, async (input) => {
  await closeOffer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberInternship(input.id), "fermee"));
});

/** "Rouvrir l’offre". */
export const reopenOfferAction = formAction(offerNamed, async (input) => {
  await reopenOffer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberInternship(input.id), "rouverte"));
});

/** "Supprimer le brouillon". */
export const discardOfferAction = formAction(offerNamed, async (input) => {
  await discardOffer(await requireActor(), input, requestTime());
  redirect(doneAt(paths.memberInternships, "supprimee"));
});
