import { z } from "zod";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { paths } from "#lib/platform/paths";

export const EVENTS_PER_PAGE = 30;

/** What `/agenda` can be asked. */
export interface AgendaAddress {
  commission: string | undefined;
  isPast: boolean;
  page: number;
}

/** The parameters of `/agenda`, whatever was typed. */
export function readAgendaAddress(query: Query): AgendaAddress {
  return {
    commission: readParameter(query, "commission"),
    isPast: readParameter(query, "passe") === "1",
    page: readPage(query),
  };
}

/** The address that asks for this. */
export function agendaHref({ commission, isPast, page }: AgendaAddress): string {
  return writeAddress(paths.agenda, {
    commission,
    page: pageParameter(page),
    passe: isPast ? "1" : undefined,
  });
}

// Refined, not piped: Conform reads an empty text as none, between two pipes too.
/** One line of text: whatever line ends somebody pastes are spaces. */
export const line = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .transform((text) => text.replace(/[\0\s]+/g, " ").trim())
    .refine((text) => text.length > 0, missing)
    .refine((text) => text.length <= most, `Raccourcissez\u202f: ${most} caractères au plus.`);

/** One line that may stay empty, and is then null. */
export const optionalLine = (most: number) =>
  z
    .string()
    .optional()
    .transform((text) => text?.replace(/[\0\s]+/g, " ").trim() || null)
    .refine((text) => (text ?? "").length <= most, `Raccourcissez\u202f: ${most} caractères au plus.`);

/** Several lines, or none. */
export const paragraphs = (most: number) =>
  z
    .string()
    .optional()
    .transform((text) => text?.replaceAll("\0", "").trim() ?? "")
    .refine((text) => text.length <= most, `Raccourcissez\u202f: ${most} caractères au plus.`);
