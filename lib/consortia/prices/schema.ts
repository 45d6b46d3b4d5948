import { z } from "zod";
import { parseEuros } from "#lib/platform/french";

/** Twenty million euros: what the column holds. */
const MOST_CENTS = 2_000_000_000;

/** "Enregistrer vos prix": an amount before tax per lot; empty takes it back. */
export const setPricesInput = z.object({
  id: z.uuid(),
  prices: z
    .array(
      z.object({
        lotId: z.uuid(),
        amount: z
          .string()
          .max(20)
          .default("")
          .transform((typed, context) => {
            if (typed.trim() === "") return null;
            const cents = parseEuros(typed, 8);
            if (cents !== null && cents > 0 && cents <= MOST_CENTS) return cents;
            context.addIssue({ code: "custom", message: "Indiquez un montant, comme 12 500." });
            return z.NEVER;
          }),
      }),
    )
    .max(200),
});
export type SetPricesInput = z.infer<typeof setPricesInput>;
