import { z } from "zod";
import { FieldVisibility, StructureKind } from "#lib/generated/prisma/enums";
import { emailField } from "#lib/people/schema";
import { listed, oneLine, optionalParagraphs } from "#lib/platform/fields";
import { readPhone } from "../rules.ts";

/** How many of each a page holds. */
const MOST_SKILLS = 30;
const MOST_REFERENCES = 12;

const visibility = z.enum(FieldVisibility, "Choisissez qui le voit.");
const EARLIEST_YEAR = 1980;

/** A line of the list of references: wholly filled, or wholly empty and then left out. */
const reference = z
  .object({
    customer: oneLine({ most: 120 }).optional(),
    work: oneLine({ most: 200 }).optional(),
    year: oneLine({ most: 4 }).optional(),
  })
  .optional()
  .transform((line = {}, context) => {
    const { customer, work, year } = line;
    if (!customer && !work && !year) return null;
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!customer) wrong("customer", "Dites pour qui.");
    if (!work) wrong("work", "Dites ce qui a été fait.");
    const isYear = /^\d{4}$/.test(year ?? "") && Number(year) >= EARLIEST_YEAR && Number(year) <= 2100;
    if (!isYear) wrong("year", "Saisissez une année à quatre chiffres, depuis 1980.");
    return customer && work && isYear ? { customer, work, year: Number(year) } : null;
  });

/** What the form of the public page sends. */
export const showcaseInput = z.object({
  structureId: z.uuid("Cette structure n’existe pas."),
  /** When the page was last saved, as the form was opened. */
  version: z.iso.datetime("Rechargez cette page."),
  /** Said after having seen that somebody else saved meanwhile. */
  overwrite: z.boolean().optional(),
  name: oneLine({ most: 200, missing: "Saisissez le nom de la structure." }),
  kind: z.enum(StructureKind, "Choisissez un genre.").optional(),
  description: optionalParagraphs({ most: 5_000 }),
  website: oneLine({ most: 300 })
    .transform((typed) => (/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`))
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "Saisissez l’adresse complète du site." }))
    .optional(),
  email: emailField.optional(),
  emailVisibility: visibility,
  phone: oneLine({ most: 30 })
    .transform(readPhone)
    .pipe(z.string("Saisissez un numéro à dix chiffres, ou en +33."))
    .optional(),
  phoneVisibility: visibility,
  peopleVisibility: visibility,
  address: oneLine({ most: 200 }).optional(),
  postalCode: z
    .string()
    .trim()
    .regex(/^\d{5}$/, "Saisissez un code postal à cinq chiffres.")
    .optional(),
  city: oneLine({ most: 100 }).optional(),
  /** One a line, the most important first. */
  skills: listed({ most: MOST_SKILLS, longest: 120 }),
  references: z
    .array(reference)
    .max(MOST_REFERENCES, `${MOST_REFERENCES} références au plus.`)
    .default([])
    .transform((lines) => lines.filter((line) => line !== null)),
});
export type ShowcaseInput = z.infer<typeof showcaseInput>;
/** As it is typed: what the form is filled with. */
export type ShowcaseForm = z.input<typeof showcaseInput>;

/** The picture, and whose it is. Its content is judged by the command. */
export const logoInput = z.object({
  structureId: z.uuid("Cette structure n’existe pas."),
  logo: z.instanceof(File, { error: "Choisissez une image." }),
});
export const logoRemovalInput = logoInput.pick({ structureId: true });
