import { z } from "zod";
import { handed } from "#lib/platform/fields";

const MOST = 40;

/** Which new notices one wants to be told of. */
export const alertInput = z.object({
  ownSkills: z.boolean().default(false),
  skills: z
    .array(handed({ most: 100 }))
    .max(MOST, `${MOST} compétences au plus.`)
    .default([]),
  cpv: z
    .string()
    .optional()
    .transform((typed = "", context) => {
      const pieces = [
        ...new Set(typed.split(/[\s,;]+/).map((piece) => piece.replace(/-\d$/, "").replace(/[*.]+$/, ""))),
      ];
      const codes = pieces.filter(Boolean);
      const wrong = codes.find((code) => !/^\d{2,8}$/.test(code));
      if (wrong) {
        context.addIssue({
          code: "custom",
          message: `«\u202f${wrong.slice(0, 40)}\u202f» n’est pas le début d’un code CPV\u202f: deux à huit chiffres, par exemple 72 ou 7241.`,
        });
      }
      if (codes.length > MOST) context.addIssue({ code: "custom", message: `${MOST} codes au plus.` });
      // "72000000" is the whole of 72.
      return codes.map((code) => (code.length === 8 ? code.replace(/0+$/, "").padEnd(2, "0") : code));
    }),
  departments: z.array(z.enum(["62", "59"])).default([]),
});
export type AlertInput = z.output<typeof alertInput>;
