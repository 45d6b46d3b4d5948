import { z } from "zod";
import { handed } from "#lib/platform/fields";
import { readCode, type TypedCode } from "./rules.ts";

/** Six digits of the application, or a recovery code. */
export const factorInput = z.object({
  code: z
    .string("Saisissez le code de votre application.")
    .max(60, "Ce code est trop long.")
    .transform((typed, context): TypedCode => {
      const code = readCode(typed);
      if (code) return code;
      context.addIssue({
        code: "custom",
        message: "Saisissez les six chiffres de votre application, ou un code de secours entier.",
      });
      return z.NEVER;
    }),
});
/** As it is typed. */
export type FactorForm = z.input<typeof factorInput>;
export type FactorInput = z.output<typeof factorInput>;

/** The second factor asked at sign-in, and where to go afterwards. */
export const entryFactorInput = factorInput.extend({ next: handed({ most: 2_000 }).optional() });
export type EntryFactorForm = z.input<typeof entryFactorInput>;
