import { z } from "zod";
import { Headcount } from "#lib/generated/prisma/enums";
import { day, handed } from "#lib/platform/fields";

const whole = (most: number, message: string) =>
  z.coerce
    .number(message)
    .int(message)
    .min(1, message)
    .max(most, message)
    .optional()
    .transform((value) => value ?? null);

/** Which needs a member wants. */
export const preferencesInput = z.object({
  wantedSkills: z.array(handed({ most: 100 })).default([]),
  minHeadcount: z
    .enum(Headcount)
    .optional()
    .transform((value) => value ?? null),
  maxKm: whole(200, "Saisissez une distance de 1 à 200 kilomètres."),
  monthlyLimit: whole(100, "Saisissez un nombre de 1 à 100."),
  absentUntil: day()
    .optional()
    .transform((until) => until ?? null),
});
export type PreferencesInput = z.output<typeof preferencesInput>;
