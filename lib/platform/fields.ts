import { z } from "zod";
import { formatNumber } from "./french.ts";
import { oneLineOf, plainText } from "./plain-text.ts";

/** The fields of every form: what is typed is cleaned in one way, and what is wrong with it said in one sentence. */

/** `most`: how many characters. `missing`: the sentence where something must be said; none: it may stay empty. */
interface Bounds {
  most: number;
  missing?: string;
}

// Refined, not piped: Conform reads an empty text as none, between two pipes too.
const bounded = (clean: (typed: string) => string, { most, missing }: Bounds) =>
  z
    .string(missing)
    .transform(clean)
    .refine((text) => missing === undefined || text !== "", { error: missing, abort: true })
    .refine((text) => text.length <= most, atMost(most));

/** One line of text. */
export const oneLine = (bounds: Bounds) => bounded(oneLineOf, bounds);

/** One line that may stay empty, and is then null. */
export const optionalLine = ({ most }: { most: number }) =>
  z
    .string()
    .optional()
    .transform((typed = "") => oneLineOf(typed) || null)
    .refine((text) => text === null || text.length <= most, atMost(most));

/** Several lines, as they were typed. */
export const paragraphs = (bounds: Bounds) => bounded(trimmed, bounds);

/** Several lines, or none: then an empty text. */
export const optionalParagraphs = ({ most }: { most: number }) =>
  z
    .string()
    .optional()
    .transform((typed = "") => trimmed(typed))
    .refine((text) => text.length <= most, atMost(most));

/** Values typed one a line, or between other `separator`s; each once, empty ones left out. */
export const listed = ({ most, longest, separator = /\n/ }: { most: number; longest: number; separator?: RegExp }) =>
  z
    .string()
    .optional()
    .transform((typed = "") => [
      ...new Set(
        plainText(typed)
          .split(separator)
          .flatMap((value) => oneLineOf(value) || []),
      ),
    ])
    .refine((values) => values.length <= most, `${most} au plus.`)
    .refine((values) => values.every((value) => value.length <= longest), atMost(longest, "pour chacun"));

/**
 * What a page writes into its own form: a slug, a token, a path. Nobody types it: altered into what the database
 * cannot even look for, it is refused.
 */
export const handed = ({ most, missing = "Rechargez cette page." }: Bounds) =>
  z
    .string(missing)
    .max(most, missing)
    .refine((text) => text === plainText(text), missing);

/** A calendar day, as a date field sends it. `missing` may say which. */
export const day = ({ missing }: { missing?: string } = {}) => z.iso.date(missing ?? A_DATE);

const A_DATE = "Choisissez une date, par exemple 08/10/2026.";

/** An hour of the wall, as a time field sends it. */
export const time = ({ missing = "Indiquez une heure, par exemple 18:30." }: { missing?: string } = {}) =>
  z.string(missing).regex(/^([01]\d|2[0-3]):[0-5]\d$/, missing);

/** An e-mail address, in small letters. */
export const emailAddress = ({ missing }: { missing: string }) =>
  z
    .string(missing)
    .trim()
    .toLowerCase()
    .max(254, "Cette adresse est trop longue.")
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple nom@exemple.fr."));

/** "4 000 caractères au plus." */
export function atMost(most: number, forWhat = ""): string {
  return `${formatNumber(most)} caractères au plus${forWhat && ` ${forWhat}`}.`;
}

function trimmed(typed: string): string {
  return plainText(typed).trim();
}
