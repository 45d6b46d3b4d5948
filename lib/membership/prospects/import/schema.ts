import { z } from "zod";
import type { StructureKind } from "#lib/generated/prisma/enums";
import { plainText } from "#lib/platform/plain-text";
import { fold } from "#lib/platform/slug";
import { isSiret, readPhone } from "#lib/structures/rules";

/** What a file of prospects may say, by the titles that are understood (case and accents apart). */
export const TITLES = {
  name: ["nom", "name", "entreprise", "societe", "raison sociale", "denomination", "enseigne"],
  kind: ["type", "kind", "genre", "categorie"],
  activity: ["metier", "activite", "trade", "libelle ape", "libelle naf", "secteur"],
  city: ["ville", "commune", "city", "localite"],
  postalCode: ["code postal", "cp", "postalcode", "postal code"],
  siret: ["siret", "n siret", "numero siret"],
  website: ["site", "site web", "site internet", "website", "url"],
  email: ["e-mail", "email", "mail", "courriel", "adresse e-mail"],
  phone: ["telephone", "tel", "phone"],
  note: ["note", "notes", "commentaire", "remarque"],
} as const;
export type ProspectField = keyof typeof TITLES;

const KIND_WORDS: Record<string, StructureKind> = {
  reseller: "reseller",
  revendeur: "reseller",
  service: "service",
  services: "service",
  "societe de services": "service",
  ssii: "service",
  esn: "service",
  editor: "editor",
  editeur: "editor",
  "editeur de logiciels": "editor",
  agency: "agency",
  agence: "agency",
  "agence web": "agency",
  school: "school",
  ecole: "school",
};

const cell = z
  .string()
  .transform((text) => plainText(text).trim())
  .default("");
const short = (most: number) =>
  cell.pipe(z.string().max(most, `${most} caractères au plus`)).transform((text) => text || null);

/** One row; an unknown kind is no error, a list bought or copied has its own. */
export const prospectRow = z.object({
  name: cell.pipe(z.string().min(1, "un nom est attendu").max(200, "200 caractères au plus")),
  kind: cell.transform((text) => KIND_WORDS[fold(text)] ?? null),
  activity: short(200),
  city: short(100),
  postalCode: cell
    // A spreadsheet takes 02100 for a number and drops its zero.
    .transform((text) => (/^\d{4}$/.test(text) ? `0${text}` : text))
    .pipe(z.string().regex(/^(\d{5})?$/, "cinq chiffres attendus"))
    .transform((text) => text || null),
  siret: cell
    .transform((text) => text.replace(/[\s.]/g, ""))
    .refine((text) => text === "" || isSiret(text), "14 chiffres avec une clé juste sont attendus")
    .transform((text) => text || null),
  website: cell
    .transform((text) => (text === "" || /^https?:[/][/]/i.test(text) ? text : `https://${text}`))
    .refine((text) => text === "" || URL.canParse(text), "une adresse de site est attendue")
    .transform((text) => text || null),
  email: cell
    .transform((text) => text.toLowerCase())
    .refine((text) => text === "" || z.email().safeParse(text).success, "une adresse e-mail est attendue")
    .transform((text) => text || null),
  phone: cell
    .refine((text) => text === "" || readPhone(text) !== undefined, "un numéro à dix chiffres, ou en +33, est attendu")
    .transform((text) => readPhone(text) ?? null),
  note: cell.pipe(z.string().max(2_000, "2 000 caractères au plus")),
});
export type ProspectRow = z.infer<typeof prospectRow>;

/** The largest file that is read, in bytes: a server action takes a megabyte, and it is sent back once. */
export const LARGEST_FILE = 400_000;
/** Far beyond the companies of the Artois. */
export const MOST_ROWS = 3_000;

/** The second step: what was previewed comes back whole, since nothing of it was kept. */
export const importInput = z.object({
  content: z
    .string("Choisissez d’abord un fichier.")
    .max(LARGEST_FILE, "Ce fichier est trop grand.")
    .transform(plainText),
});
