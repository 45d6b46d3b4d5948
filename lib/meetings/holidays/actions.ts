"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addSchoolHoliday, removeSchoolHoliday } from "./commands.ts";
import { holidayInput, removeHolidayInput } from "./schema.ts";

/** "Ajouter ces vacances". */
export const addSchoolHolidayAction = formAction(holidayInput, async (input) => {
  await addSchoolHoliday(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMeetings, "ajout"));
});

/** "Retirer". */
export const removeSchoolHolidayAction = formAction(removeHolidayInput, async (input) => {
  await removeSchoolHoliday(await requireActor(), input, requestTime());
  redirect(doneAt(paths.boardMeetings, "retrait"));
});
