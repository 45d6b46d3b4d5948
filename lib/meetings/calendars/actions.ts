"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { renewPersonalAddress, revokePersonalAddress } from "./commands.ts";

/** "Créer l’adresse", "Changer l’adresse". */
export async function renewPersonalAddressAction(): Promise<void> {
  await renewPersonalAddress(await requireActor(), requestTime());
  redirect(doneAt(paths.meetings, "adresse"));
}

/** "Supprimer l’adresse". */
export async function revokePersonalAddressAction(): Promise<void> {
  await revokePersonalAddress(await requireActor(), requestTime());
  redirect(doneAt(paths.meetings, "suppression"));
}
