"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { retireRoomInput, roomInput, venueInput } from "../schema.ts";
import { retireRoom, saveRoom, saveVenue } from "./commands.ts";

/** "Enregistrer le lieu". */
export const saveVenueAction = formAction(venueInput, async (input) => {
  await saveVenue(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardRooms, "lieu"));
});

/** "Enregistrer la salle". */
export const saveRoomAction = formAction(roomInput, async (input) => {
  await saveRoom(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardRooms, "salle"));
});

/** "Ne plus prêter". */
export const retireRoomAction = formAction(retireRoomInput, async (input) => {
  await retireRoom(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardRooms, "retrait"));
});
