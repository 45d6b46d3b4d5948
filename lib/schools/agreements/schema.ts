import { z } from "zod";
import { AgreementItem } from "#lib/generated/prisma/enums";
import { day, oneLine } from "#lib/platform/fields";

const name = oneLine({ most: 120 }).default("");

export const agreementInput = z
  .object({
    applicationId: z.uuid(),
    startsOn: day({ missing: "Saisissez le premier jour." }),
    endsOn: day({ missing: "Saisissez le dernier jour." }),
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
