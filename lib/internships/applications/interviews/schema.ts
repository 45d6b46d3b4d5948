import { z } from "zod";

const slot = z
  .object({ day: z.iso.date("Saisissez une date.").optional(), time: z.string().optional() })
  .optional()
  .transform(({ day, time } = {}, context) => {
    if (!day && !time) return null;
    if (!day) context.addIssue({ code: "custom", path: ["day"], message: "Saisissez la date." });
    const hour = /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? "") ? time : undefined;
    if (!hour) context.addIssue({ code: "custom", path: ["time"], message: "Saisissez l’heure, par exemple 14:30." });
    return day && hour ? { day, time: hour } : null;
  });

/** Up to three moments; lines left empty are left out. */
export const proposalInput = z.object({
  applicationId: z.uuid(),
  slots: z
    .array(slot)
    .max(3)
    .default([])
    .transform((lines) => lines.filter((line) => line !== null))
    .refine((lines) => lines.length > 0, "Proposez au moins un créneau."),
  minutes: z.coerce
    .number("Choisissez une durée.")
    .int()
    .min(15, "Un quart d’heure au moins.")
    .max(180, "Trois heures au plus."),
  place: z
    .string("Dites où, ou comment vous appeler.")
    .transform((typed) => typed.replaceAll("\0", "").trim())
    .refine((typed) => typed.length > 0 && typed.length <= 200, "Dites où, en 200 caractères au plus."),
});
export type ProposalInput = z.infer<typeof proposalInput>;
export type ProposalForm = z.input<typeof proposalInput>;

export const choiceInput = z.object({ slotId: z.uuid("Choisissez un créneau."), applicationId: z.uuid() });
