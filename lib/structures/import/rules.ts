import { stringify } from "csv-stringify/sync";
import { CsvMalformed, readCsv } from "#lib/feeds/csv";
import { fold } from "#lib/platform/slug";
import { COLUMNS, type Column, FORMULA, type MemberRow, memberRow, REQUIRED_COLUMNS } from "./schema.ts";

/** What is wrong, and where: line as an editor counts them, from 1. */
export interface RowError {
  line: number;
  column: string;
  reason: string;
}

export interface ReadFile {
  /** Those that the file has: of the others it says nothing. */
  columns: Column[];
  rows: { line: number; row: MemberRow }[];
  errors: RowError[];
}

/**
 * Reads a file of members: UTF-8 with or without BOM, comma or semicolon, any line ends. Every error is
 * reported; a file with errors has no rows.
 */
export function readMembers(bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  if (text === null) return failed(1, "", "le fichier n’est pas en UTF-8");
  try {
    const table = readCsv(text);
    if (!table) return failed(1, "", "le fichier est vide");
    const wrong = columnErrors(table.header);
    if (wrong.length > 0) return { columns: [], rows: [], errors: wrong };
    const columns = COLUMNS.filter((column) => table.header.includes(column));
    return { columns, ...checked(table.records.map(({ line, cells }) => readRow(table.header, cells, line))) };
  } catch (error) {
    if (error instanceof CsvMalformed) return failed(error.line, "", error.message);
    throw error;
  }
}

/** The file that gives these members back: UTF-8, comma, header, `|` inside cells. */
export function writeMembers(rows: MemberRow[]): string {
  return stringify(
    rows.map((row) => COLUMNS.map((column) => guarded(textOf(row[column])))),
    { header: true, columns: [...COLUMNS] },
  );
}

/** The columns of a structure that a file holds, with what hangs on it. */
export const EXPORTED = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  status: true,
  description: true,
  website: true,
  email: true,
  phone: true,
  address: true,
  city: true,
  postalCode: true,
  siret: true,
  skills: { orderBy: { position: "asc" as const }, select: { ownLabel: true, skill: { select: { label: true } } } },
  commissions: {
    orderBy: { commission: { position: "asc" as const } },
    select: { commission: { select: { slug: true } } },
  },
};

interface Exported extends Omit<MemberRow, "skills" | "commissions"> {
  skills: { ownLabel: string | null; skill: { label: string } | null }[];
  commissions: { commission: { slug: string } }[];
}

/** A structure of the database as a row of a file. */
export function rowOf({ skills, commissions, ...structure }: Exported): MemberRow {
  const { name, kind, status, description, website, email, phone, address, city, postalCode, siret } = structure;
  return {
    name,
    kind,
    status,
    description,
    website,
    email,
    phone,
    address,
    city,
    postalCode,
    siret,
    skills: skills.map(({ ownLabel, skill }) => skill?.label ?? ownLabel ?? ""),
    commissions: commissions.map(({ commission }) => commission.slug),
  };
}

/** What tells structures apart: the SIRET, else name and postal code, case and accents folded. */
export function keysOf({ name, postalCode, siret }: Pick<MemberRow, "name" | "postalCode" | "siret">): {
  siret: string | null;
  name: string;
} {
  return { siret, name: `${fold(name)} ${postalCode ?? ""}` };
}

type Read = { line: number; row: MemberRow | null; errors: RowError[] };

function readRow(columns: string[], record: string[], line: number): Read {
  if (record.length !== columns.length) {
    return {
      line,
      row: null,
      errors: [{ line, column: "", reason: `${record.length} cellules au lieu de ${columns.length}` }],
    };
  }
  const read = memberRow.safeParse(Object.fromEntries(columns.map((column, index) => [column, record[index]])));
  if (read.success) return { line, row: read.data, errors: [] };
  return {
    line,
    row: null,
    errors: read.error.issues.map(({ path, message }) => ({ line, column: String(path[0] ?? ""), reason: message })),
  };
}

/** Two rows for one structure contradict each other. */
function checked(reads: Read[]): Omit<ReadFile, "columns"> {
  const errors = reads.flatMap((read) => read.errors);
  const rows = reads.flatMap(({ line, row }) => (row ? [{ line, row }] : []));
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    const keys = keysOf(row);
    const key = keys.siret ?? keys.name;
    const before = seen.get(key);
    if (before)
      errors.push({ line, column: keys.siret ? "siret" : "name", reason: `la même structure que la ligne ${before}` });
    else seen.set(key, line);
  }
  return { rows: errors.length > 0 ? [] : rows, errors: errors.sort((a, b) => a.line - b.line) };
}

function columnErrors(columns: string[]): RowError[] {
  const known: readonly string[] = COLUMNS;
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column) => ({ line: 1, column, reason: "colonne inconnue" }));
  const twice = columns
    .filter((column, index) => columns.indexOf(column) !== index)
    .map((column) => ({ line: 1, column, reason: "colonne répétée" }));
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column)).map((column: Column) => ({
    line: 1,
    column,
    reason: "colonne absente",
  }));
  return [...unknown, ...twice, ...missing];
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\0", "");
  } catch {
    return null;
  }
}

/** A cell that a spreadsheet would run as a formula stands behind an apostrophe (OWASP, CSV injection), which reading takes off. */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function textOf(value: string | string[] | null): string {
  return Array.isArray(value) ? value.join("|") : (value ?? "");
}

function failed(line: number, column: string, reason: string): ReadFile {
  return { columns: [], rows: [], errors: [{ line, column, reason }] };
}
