import { z } from "zod";
import { AgreementItem } from "#lib/generated/prisma/enums";

const name = z
  .string()
  .optional()
  .transform((typed = "") => typed.replaceAll("\0", "").trim())
  .refine((typed) => typed.length <= 120, "120 caractères au plus.");

export const agreementInput = z
  .object({
    applicationId: z.uuid(),
    startsOn: z.iso.date("Saisissez le premier jour."),
    endsOn: z.iso.date("Saisissez le dernier jour."),
    tutor: name,
    teacher: name,
    done: z.array(z.enum(AgreementItem)).default([]),
  })
  .refine(({ startsOn, endsOn }) => endsOn > startsOn, {
    path: ["endsOn"],
    error: "Le dernier jour doit venir après le premier.",
  });
export type AgreementInput = z.infer<typeof agreementInput>;
export type AgreementForm = z.input<typeof agreementInput>;
