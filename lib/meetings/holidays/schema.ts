import { z } from "zod";
import { day, oneLine } from "../schema.ts";

/** School holidays of the club's zone, both days included. */
export const holidayInput = z.object({
  name: oneLine(60, "Donnez un nom à ces vacances."),
  firstDay: day,
  lastDay: day,
});
export type HolidayInput = z.infer<typeof holidayInput>;

export const removeHolidayInput = z.object({ id: z.uuid() });
