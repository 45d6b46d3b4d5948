import type { ReactNode } from "react";

export type Column<Row> = { label: string; cell: (row: Row) => ReactNode; isNumeric?: boolean };

/** What an empty cell shows, so that it is seen to be empty and not missing. */
export const NOTHING = "–";

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

/**
 * A table that a phone reads as definitions, one row under the other. The roles are said again
 * because a table laid out as blocks is no longer one for the browser.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="data-table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.label} role="columnheader" scope="col" className={alignment(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td key={column.label} role="cell" data-label={column.label} className={alignment(column)}>
                <div>{column.cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function alignment(column: { isNumeric?: boolean }): string | undefined {
  return column.isNumeric ? "is-numeric" : undefined;
}
