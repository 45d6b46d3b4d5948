import { z } from "zod";
import { day, oneLine } from "#lib/platform/fields";

/** School holidays of the club's zone, both days included. */
export const holidayInput = z.object({
  name: oneLine({ most: 60, missing: "Donnez un nom à ces vacances." }),
  firstDay: day(),
  lastDay: day(),
});
export type HolidayInput = z.infer<typeof holidayInput>;

export const removeHolidayInput = z.object({ id: z.uuid() });
