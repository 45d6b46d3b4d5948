import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type Column, writeCsv } from "./csv.ts";

const columns: Column<{ name: string | null; count: number }>[] = [
  ["Nom", (row) => row.name],
  ["Nombre", (row) => row.count],
];

/** As a spreadsheet reads it. */
function cells(name: string | null): string | undefined {
  const rows: string[][] = parse(writeCsv(columns, [{ name, count: -3 }]), { delimiter: ";", bom: true });
  return rows[1]?.[0];
}

test("a file opens in a French Excel: mark of UTF-8, semicolons, CRLF, header", () => {
  expect(writeCsv(columns, [{ name: "Nœux", count: 2 }])).toBe("\ufeffNom;Nombre\r\nNœux;2\r\n");
});

test.each(["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", " =1", "\r=1", '=HYPERLINK("http://x";"y")', "＝1"])(
  "a text that a spreadsheet would run stays a text: %j",
  (name) => {
    expect(cells(name)).toBe(`'${name}`);
  },
);

test.each(["a;b", 'dit "oui"', "deux\nlignes", "l’Artois", ""])("any other text comes back as it was: %j", (name) => {
  expect(cells(name)).toBe(name);
});

test("a number stays a number, an unknown fact an empty cell", () => {
  expect(writeCsv(columns, [{ name: null, count: -3 }])).toBe("\ufeffNom;Nombre\r\n;-3\r\n");
});
