import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { typedEuros } from "#lib/platform/french";

/** What a cell holds. An amount is written in euros, with a comma. */
type Cell = string | number | { cents: number } | null;

/** A column of a file that people open in a spreadsheet: its French title and what a row says there. */
export type Column<Row> = [title: string, cell: (row: Row) => Cell];

/**
 * A list as a French Excel opens it by a double click: UTF-8 with its mark, semicolons, CRLF.
 *
 * A cell that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function writeCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const cells = rows.map((row) => columns.map(([, cell]) => harmless(cell(row))));
  return stringify([columns.map(([title]) => harmless(title)), ...cells], {
    bom: true,
    delimiter: ";",
    record_delimiter: "\r\n",
  });
}

function harmless(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object" && cell) return typedEuros(cell.cents);
  return cell?.replace(/^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/, "'$&").replaceAll("\0", "") ?? "";
}

/** A file of a spreadsheet: its titles, then each record with the line where it begins. */
export interface CsvTable {
  header: string[];
  records: { line: number; cells: string[] }[];
}

const parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads comma or semicolon, any line ends, quoted cells. Null when there is nothing in it.
 *
 * @throws CsvMalformed where quotes or separators do not hold together
 */
export function readCsv(text: string): CsvTable | null {
  try {
    const [header, ...records] = parsed.parse(
      parse(text, {
        delimiter: separatorOf(text),
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        bom: true,
      }),
    );
    if (!header) return null;
    return {
      header: header.record.map((title) => title.trim()),
      // `info.lines` is where a record ends: one quoted over several lines began earlier.
      records: records.map(({ record, info }) => ({ line: info.lines - newlinesIn(record), cells: record })),
    };
  } catch (error) {
    if (error instanceof CsvError) throw new CsvMalformed(Number(error.lines ?? 1), error.code);
    throw error;
  }
}

/** `line` as an editor counts them, from 1. */
export class CsvMalformed extends Error {
  readonly line: number;

  constructor(line: number, code: string) {
    super(`guillemets ou séparateurs mal formés (${code})`);
    this.line = line;
  }
}

function separatorOf(text: string): "," | ";" {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.includes(";") && !header.includes(",") ? ";" : ",";
}

function newlinesIn(cells: string[]): number {
  return cells.join("").split("\n").length - 1;
}
