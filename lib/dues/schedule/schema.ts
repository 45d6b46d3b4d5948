import { z } from "zod";
import { day, oneLine } from "#lib/platform/fields";
import { isIban } from "../rules.ts";
import { euros } from "../schema.ts";

const KINDS = ["reseller", "service", "editor", "agency", "school"] as const;
const HEADCOUNTS = ["up_to_2", "up_to_9", "up_to_19", "up_to_49", "over_49"] as const;

/** A new line of the schedule. */
export const addRateInput = z.object({
  kind: z.enum(KINDS).optional(),
  headcount: z.enum(HEADCOUNTS).optional(),
  validFrom: day(),
  amount: euros,
  note: oneLine({ most: 200 }).optional(),
});
export type AddRateInput = z.infer<typeof addRateInput>;

export const withdrawRateInput = z.object({ id: z.uuid() });

const days = (least: number, most: number) => {
  const words = `Saisissez un nombre de jours entre ${least} et ${most}.`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};

const REMINDERS = "Saisissez des nombres de jours séparés par des virgules, par exemple 15, 30, 60.";

/** How the club asks for its dues. */
export const feeRulesInput = z.object({
  firstMonth: z.coerce.number("Choisissez un mois.").int().min(1).max(12),
  proRata: z.enum(["full", "months"], "Choisissez une règle."),
  dueInDays: days(1, 365),
  reminderDays: z
    .string(REMINDERS)
    .trim()
    .regex(/^\d{1,3}(\s*[,;\s]\s*\d{1,3})*$/, REMINDERS)
    .transform((typed) => [...new Set(typed.split(/[,;\s]+/).map(Number))].sort((a, b) => a - b))
    .refine((list) => list.length <= 10 && list.every((number) => number >= 1), REMINDERS),
  lapseAfterDays: days(15, 730),
  vatMention: oneLine({ most: 300 }).optional(),
  iban: z
    .string()
    .transform((typed) => typed.replace(/\s/g, "").toUpperCase())
    .refine(isIban, "Cet IBAN ne convient pas\u202f: vérifiez chaque caractère.")
    .optional(),
  chequePayableTo: oneLine({ most: 100 }).optional(),
});
export type FeeRulesInput = z.infer<typeof feeRulesInput>;

/** How many people work in a structure, as the board was told. */
export const headcountInput = z.object({ structure: z.uuid(), headcount: z.enum(HEADCOUNTS).optional() });
export type HeadcountInput = z.infer<typeof headcountInput>;
