"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths, safeNext } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { actFor, changeRole, handOver, introduceMyself, leaveStructure, removePerson } from "./commands.ts";
import { actForInput, introduceInput, leaveInput, personInput, roleInput } from "./schema.ts";

/** The choice in the margin: in whose name one acts. */
export const actForAction = formAction(actForInput, async ({ structureId, next }) => {
  await actFor(await requireActor(), { structureId });
  redirect(safeNext(next));
});

/** "Nommer référent", "Ne plus être référent". */
export const changeRoleAction = formAction(roleInput, async (input) => {
  await changeRole(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("role"));
});

/** "Passer le relais". */
export const handOverAction = formAction(personInput, async (input) => {
  await handOver(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("relais"));
});

/** "Retirer". */
export const removePersonAction = formAction(personInput, async (input) => {
  await removePerson(await requireActor(), input, requestTime());
  redirect(paths.ownStructureAfter("retrait"));
});

/** "Quitter la structure". */
export const leaveStructureAction = formAction(leaveInput, async (input) => {
  await leaveStructure(await requireActor(), input, requestTime());
  redirect(paths.memberArea);
});

/** "Votre place": position and who sees it. */
export const introduceMyselfAction = formAction(introduceInput, async (input) => {
  await introduceMyself(await requireActor(), input);
  redirect(paths.ownStructureAfter("place"));
});
