import { z } from "zod";
import { day, handed, oneLine } from "#lib/platform/fields";
import { parseEuros } from "#lib/platform/french";

/** Which calls of a list. */
export const CALL_FILTERS = ["regle", "a-regler", "en-retard"] as const;
export type CallFilter = (typeof CALL_FILTERS)[number];

const AMOUNT = "Saisissez un montant en euros, par exemple 1 200,50.";

/** An amount typed in French, as cents. */
export const euros = z
  .string(AMOUNT)
  .trim()
  .max(30, AMOUNT)
  .transform((typed, context) => {
    const cents = parseEuros(typed);
    if (cents !== null) return cents;
    context.addIssue({ code: "custom", message: AMOUNT });
    return z.NEVER;
  });

/** "Appeler les cotisations": the year, and what the preview showed. */
export const callFeesInput = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  count: z.coerce.number().int().min(0),
  totalCents: z.coerce.number().int().min(0),
});
export type CallFeesInput = z.infer<typeof callFeesInput>;

/** What the treasurer notes of a payment. */
export const recordPaymentInput = z.object({
  call: handed({ most: 40 }),
  amount: euros.refine((cents) => cents > 0, "Le montant doit être supérieur à zéro."),
  method: z.enum(["transfer", "cheque", "card"], "Choisissez un moyen de paiement."),
  paidOn: day(),
  reference: oneLine({
    most: 120,
    missing: "Indiquez ce qui distingue ce règlement\u202f: libellé du virement, numéro du chèque…",
  }),
});
export type RecordPaymentInput = z.infer<typeof recordPaymentInput>;

/** Why a payment was recorded by mistake. */
export const undoPaymentInput = z.object({
  receipt: handed({ most: 40 }),
  reason: oneLine({ most: 200, missing: "Dites pourquoi\u202f: la raison reste dans les comptes." }),
});
export type UndoPaymentInput = z.infer<typeof undoPaymentInput>;

/** "Relancer" one call by hand. */
export const remindInput = z.object({ call: handed({ most: 40 }) });
