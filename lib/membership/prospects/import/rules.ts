import { CsvMalformed, readCsv } from "#lib/feeds/csv";
import { fold } from "#lib/platform/slug";
import { MOST_ROWS, type ProspectField, type ProspectRow, prospectRow, TITLES } from "./schema.ts";

export interface ImportError {
  line: number;
  column: string;
  reason: string;
}

export interface ReadProspects {
  /** Each column of the file, and what it was taken for; null: left aside. */
  columns: { title: string; field: ProspectField | null }[];
  rows: { line: number; row: ProspectRow }[];
  errors: ImportError[];
}

/** The text of a file: UTF-8, else what French spreadsheets write (Windows-1252). */
export function decodeFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\0", "");
  } catch {
    return new TextDecoder("windows-1252").decode(bytes).replaceAll("\0", "");
  }
}

/** Reads a list of prospects. Right rows are kept whatever is wrong with the others. */
export function readProspects(text: string): ReadProspects {
  try {
    const table = readCsv(text);
    if (!table) return failed(1, "le fichier est vide");
    const columns = mapped(table.header);
    if (!columns.some(({ field }) => field === "name")) {
      return { ...failed(1, "aucune colonne ne s’appelle Nom, Entreprise ou Raison sociale"), columns };
    }
    if (table.records.length > MOST_ROWS) return { ...failed(1, `${MOST_ROWS} lignes au plus`), columns };
    return checked(columns, table.records);
  } catch (error) {
    if (error instanceof CsvMalformed) return failed(error.line, error.message);
    throw error;
  }
}

/** What tells prospects and members apart: the SIRET, and name with postal code, case and accents folded. */
export function keysOf({
  name,
  postalCode,
  siret,
}: {
  name: string;
  postalCode: string | null;
  siret: string | null;
}): string[] {
  return [`${fold(name)} ${postalCode ?? ""}`, ...(siret ? [siret] : [])];
}

/** The first column of each meaning; a second one of the same is left aside. */
function mapped(header: string[]): ReadProspects["columns"] {
  const taken = new Set<ProspectField>();
  return header.map((title) => {
    const plain = fold(title).replace(/[_°.]/g, " ").replace(/\s+/g, " ").trim();
    const field = fields().find((one) => TITLES[one].some((known) => known === plain)) ?? null;
    if (!field || taken.has(field)) return { title, field: null };
    taken.add(field);
    return { title, field };
  });
}

function checked(columns: ReadProspects["columns"], records: { line: number; cells: string[] }[]): ReadProspects {
  const rows: ReadProspects["rows"] = [];
  const errors: ImportError[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    const given = Object.fromEntries(
      columns.flatMap(({ field }, index) => (field ? [[field, cells[index] ?? ""] as const] : [])),
    );
    const read = prospectRow.safeParse(given);
    if (!read.success) {
      errors.push(
        ...read.error.issues.map(({ path, message }) => ({ line, column: titleOf(columns, path[0]), reason: message })),
      );
      continue;
    }
    const keys = keysOf(read.data);
    const before = keys.map((key) => seen.get(key)).find((other) => other !== undefined);
    if (before === undefined) rows.push({ line, row: read.data });
    else errors.push({ line, column: "", reason: `la même entreprise que la ligne ${before}` });
    for (const key of keys) seen.set(key, before ?? line);
  }
  return { columns, rows, errors };
}

function titleOf(columns: ReadProspects["columns"], field: unknown): string {
  return columns.find((column) => column.field === field)?.title ?? "";
}

function fields(): ProspectField[] {
  // Branding: the keys of a constant.
  return Object.keys(TITLES) as ProspectField[];
}

function failed(line: number, reason: string): ReadProspects {
  return { columns: [], rows: [], errors: [{ line, column: "", reason }] };
}
