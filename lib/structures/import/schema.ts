import { z } from "zod";
import { StructureKind, StructureStatus } from "#lib/generated/prisma/enums";
import { plainText } from "#lib/platform/plain-text";
import { isSiret, readPhone } from "../rules.ts";

/** The columns of a file of members, in the order in which they are written. */
export const COLUMNS = [
  "name",
  "kind",
  "city",
  "postalCode",
  "website",
  "email",
  "phone",
  "commissions",
  "skills",
  "description",
  "siret",
  "address",
  "status",
] as const;
export type Column = (typeof COLUMNS)[number];

/** A file without these says nothing useful. */
export const REQUIRED_COLUMNS: readonly Column[] = [
  "name",
  "kind",
  "city",
  "postalCode",
  "website",
  "email",
  "phone",
  "commissions",
  "skills",
  "description",
];

const cell = z
  .string()
  .transform((text) => plainText(text).trim())
  .default("");
/** An empty cell is no value. */
const optional = <Value>(schema: z.ZodType<Value, string>) =>
  cell.transform((text, context): Value | null => {
    if (text === "") return null;
    const read = schema.safeParse(text);
    if (read.success) return read.data;
    for (const issue of read.error.issues) context.addIssue({ code: "custom", message: issue.message });
    return z.NEVER;
  });
const list = cell.transform((text) => [
  ...new Set(
    text
      .split("|")
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]);
const short = (most: number) => z.string().max(most, `${most} caractères au plus`);

/** One row of the file; the messages say what was expected. */
export const memberRow = z.object({
  name: cell.pipe(z.string().min(1, "un nom est attendu").max(200, "200 caractères au plus")),
  kind: cell.pipe(z.enum(StructureKind, `un de\u202f: ${Object.values(StructureKind).join(", ")}`)),
  city: optional(short(100)),
  postalCode: optional(z.string().regex(/^\d{5}$/, "cinq chiffres attendus")),
  website: optional(z.url({ protocol: /^https?$/, error: "une adresse en http:// ou https:// est attendue" })),
  email: optional(z.email("une adresse e-mail est attendue").max(254)),
  phone: optional(z.string().transform(readPhone).pipe(z.string("un numéro à dix chiffres, ou en +33, est attendu"))),
  commissions: list,
  skills: list.pipe(z.array(short(120))),
  description: cell.pipe(short(5_000)),
  siret: optional(
    z
      .string()
      .transform((text) => text.replaceAll(" ", ""))
      .refine(isSiret, "14 chiffres avec une clé juste sont attendus"),
  ),
  address: optional(short(200)),
  status: cell
    .transform((text) => text || "active")
    .pipe(z.enum(StructureStatus, `un de\u202f: ${Object.values(StructureStatus).join(", ")}`)),
});

export type MemberRow = z.infer<typeof memberRow>;
