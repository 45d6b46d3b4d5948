import { stringify } from "csv-stringify/sync";
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
  return stringify([columns.map(([title]) => title), ...cells], {
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
