import { z } from "zod";
import { MultipleCandidacyRule, TenderProcedure } from "#lib/generated/prisma/enums";
import { day, oneLine, optionalLine, time } from "#lib/platform/fields";
import { parseEuros } from "#lib/platform/french";
import { oneLineOf } from "#lib/platform/plain-text";
import { cpvCodesIn } from "./cpv/rules.ts";

/** As many as an imported notice brings. */
const MOST_LOTS = 200;
const MOST_CPV = 12;
const MOST_SKILLS = 20;

/** An amount before tax, as the French type it; in cents. */
const estimate = z
  .string()
  .optional()
  .transform((typed = "", context) => {
    if (!typed.trim()) return null;
    const cents = parseEuros(typed, 10);
    if (cents) return BigInt(cents);
    context.addIssue({ code: "custom", message: "Saisissez un montant en euros, par exemple 120 000." });
    return z.NEVER;
  });

/** CPV codes as they are typed or pasted. */
const cpvCodes = z
  .string()
  .optional()
  .transform((typed = "", context) => {
    const { codes, wrong } = cpvCodesIn(typed);
    const [first] = wrong;
    if (first) {
      context.addIssue({
        code: "custom",
        message: `«\u202f${first.slice(0, 40)}\u202f» n’est pas un code CPV\u202f: huit chiffres, par exemple 72413000.`,
      });
    }
    if (codes.length > MOST_CPV) context.addIssue({ code: "custom", message: `${MOST_CPV} codes au plus.` });
    return codes;
  });

/** Labels of the taxonomy, one a line. */
const skills = z
  .string()
  .optional()
  .transform((typed = "", context) => {
    const labels = [...new Set(typed.split(/[\n;]/).flatMap((label) => oneLineOf(label) || []))];
    if (labels.length > MOST_SKILLS)
      context.addIssue({ code: "custom", message: `${MOST_SKILLS} compétences au plus.` });
    return labels;
  });

const lot = z
  .object({
    id: z.uuid().optional(),
    title: optionalLine({ most: 300 }),
    /** Of a lot that was posted: the buyer took it out. */
    isWithdrawn: z.boolean().default(false),
    cpv: cpvCodes,
    skills,
    estimate,
    rule: z
      .enum(MultipleCandidacyRule, "Choisissez dans la liste.")
      .optional()
      .transform((rule) => rule ?? null),
  })
  .superRefine((value, context) => {
    if (value.isWithdrawn) return;
    const isTold = value.id || value.cpv.length > 0 || value.skills.length > 0 || value.estimate;
    if (isTold && !value.title)
      context.addIssue({ code: "custom", path: ["title"], message: "Dites l’objet de ce lot." });
  });

const notice = z.object({
  /** Of what the form was filled with. */
  version: z.iso.datetime().optional(),
  buyer: oneLine({ most: 200, missing: "Dites qui achète." }),
  subject: oneLine({ most: 500, missing: "Dites l’objet du marché." }),
  reference: optionalLine({ most: 100 }),
  url: optionalLine({ most: 500 }).refine((url) => !url || /^https?:[/][/][^\s/]+\.[^\s]+$/.test(url), {
    error: "Indiquez une adresse qui commence par https://.",
  }),
  procedure: z.enum(TenderProcedure, "Choisissez une procédure."),
  day: day({ missing: "Indiquez le jour de l’échéance." }),
  time: time({ missing: "Indiquez l’heure de l’échéance, par exemple 12:00." }),
  rule: z.enum(MultipleCandidacyRule, "Choisissez dans la liste."),
  estimate,
  city: optionalLine({ most: 100 }),
  departments: z
    .array(z.string().regex(/^[0-9AB]{2,3}$/))
    .max(5)
    .default([]),
  lots: z.array(lot).max(MOST_LOTS, `${MOST_LOTS} lots au plus.`).default([]),
});

/** The form "Signaler un appel d’offres": lots without a title are lines left empty. */
export const tenderInput = notice.transform(({ lots, ...rest }, context) => {
  const standing = lots.flatMap(({ title, isWithdrawn, ...each }) =>
    title && !isWithdrawn ? [{ ...each, title }] : [],
  );
  if (standing.length === 0 && lots.some(({ isWithdrawn }) => isWithdrawn)) {
    context.addIssue({
      code: "custom",
      path: ["lots"],
      message: "Gardez un lot au moins. Si l’acheteur renonce à tout, dites-le depuis la page de l’avis.",
    });
  }
  return { ...rest, lots: standing };
});
export type TenderInput = z.output<typeof tenderInput>;
/** As the form holds it. */
export type TenderFields = z.input<typeof notice>;

export const editTenderInput = z.intersection(z.object({ id: z.uuid() }), tenderInput);
export type EditTenderInput = z.output<typeof editTenderInput>;

/** A button about one tender. */
export const tenderIntention = z.object({ id: z.uuid() });

/** "C’est le même avis", "Ce sont deux avis". */
export const resemblanceInput = z.object({ id: z.uuid(), answer: z.enum(["same", "different"]) });
export type ResemblanceInput = z.output<typeof resemblanceInput>;

/** What a list of tenders can be asked. */
export interface TenderFilter {
  words?: string | undefined;
  /** The beginning of a CPV code. */
  cpv?: string | undefined;
  /** The slug of a skill. */
  skill?: string | undefined;
  department?: string | undefined;
  /** Also those whose deadline is past, or that are no more. */
  isAll?: boolean;
  /** Only those for which one's own structure raised its hand. */
  isOurs?: boolean;
}
