import { z } from "zod";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { communeNamed } from "#lib/territory/communes";

const text = (most: number, missing = "Écrivez quelques mots.") =>
  z
    .string(missing)
    .transform((typed) => typed.replaceAll("\0", "").trim())
    .refine((typed) => typed.length <= most, `${most} caractères au plus.`);

/** Values typed one a line, or between commas. */
const list = (most: number, longest: number, separator: RegExp) =>
  z
    .string()
    .optional()
    .transform((typed = "") => [...new Set(typed.split(separator).flatMap((value) => value.trim() || []))])
    .refine((values) => values.length <= most, `${most} au plus.`)
    .refine((values) => values.every((value) => value.length <= longest), `${longest} caractères au plus pour chacun.`);

const day = (missing: string) => z.iso.date(missing);

const NO_DIPLOMA = "Dites quel diplôme vous préparez.";

/** What a company reads of a student: asked once, with the first application. */
export const profileFields = {
  diploma: text(120, NO_DIPLOMA).refine((typed) => typed.length > 0, NO_DIPLOMA),
  level: z.enum(InternshipLevel, "Choisissez votre niveau."),
  schoolName: text(120).optional(),
  availableFrom: day("Saisissez le premier jour où vous êtes libre."),
  availableTo: day("Saisissez le dernier jour où vous êtes libre."),
  city: text(100)
    .refine((typed) => typed === "" || communeNamed(typed), {
      error: "Le portail ne connaît pas cette commune en Artois. Laissez vide si vous habitez plus loin.",
    })
    .optional(),
  skills: list(20, 60, /[\n,;]/),
  links: list(5, 300, /\s+/).refine(
    (links) => links.every((link) => URL.canParse(link) && new URL(link).protocol === "https:"),
    "Des adresses qui commencent par https://, une par ligne.",
  ),
};

/** A period has an end after its beginning: said beside the end. */
export const inOrder = {
  check: ({ availableFrom, availableTo }: { availableFrom: string; availableTo: string }) =>
    availableTo > availableFrom,
  error: { path: ["availableTo"], error: "Le dernier jour doit venir après le premier." },
};

export const profileInput = z
  .object({
    ...profileFields,
    /** Companies of the club may find them. */
    isVisible: z.boolean().default(false),
    /** What ended is kept two years rather than three months. */
    keptLonger: z.boolean().default(false),
  })
  .refine(inOrder.check, inOrder.error);
export type ProfileInput = z.infer<typeof profileInput>;
/** As it is typed: what the form is filled with. */
export type ProfileForm = z.input<typeof profileInput>;
