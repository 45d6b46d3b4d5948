import { SHEET, type TextStyle, type Writer } from "./writer.ts";

/** A piece of a document, in reading order. */
export type PdfBlock =
  | { heading: string }
  | { text: string }
  /** In small: a reservation, a legal sentence. */
  | { note: string }
  | { list: string[] }
  | { facts: { term: string; value: string }[] }
  /** The sum that matters, set large. */
  | { total: { label: string; value: string } }
  /** True numbers and their words, one a line. */
  | { figures: { value: string; words: string }[] }
  /** `numeric`: the columns whose cells are set to the right, from 0. */
  | { table: { columns: string[]; rows: string[][]; numeric?: number[] } };

/** Draws one piece where the writer stands, with its tag, and leaves the writer below it. */
export function drawBlock(writer: Writer, block: PdfBlock): void {
  if ("heading" in block) {
    writer.keepTogether(60);
    writer.doc.y += 8;
    writer.paragraph(block.heading, { tag: "H2", face: "display", size: 14, after: 5 });
  } else if ("text" in block) writer.paragraph(block.text);
  else if ("note" in block) writer.paragraph(block.note, { size: 8.5, color: "slate" });
  else if ("list" in block) drawList(writer, block.list);
  else if ("facts" in block) drawFacts(writer, block.facts);
  else if ("total" in block) drawTotal(writer, block.total);
  else if ("figures" in block) drawFigures(writer, block.figures);
  else drawTable(writer, block.table);
}

function drawList(writer: Writer, items: string[]): void {
  const { doc } = writer;
  writer.group("L", (list) => {
    for (const item of items) {
      const entry = doc.struct("LI");
      list.add(entry);
      writer.keepTogether(24);
      const y = doc.y;
      entry.add(doc.struct("Lbl", {}, () => writer.write("–", { y, width: 12, color: "brick" })));
      entry.add(doc.struct("LBody", {}, () => writer.write(item, { x: SHEET.left + 14, y, width: SHEET.width - 14 })));
      entry.end();
      doc.y += 2;
    }
  });
  doc.y += 6;
}

function drawFacts(writer: Writer, facts: { term: string; value: string }[]): void {
  const term: TextStyle = { color: "slate", width: 150 };
  const value: TextStyle = { face: "bold", x: SHEET.left + 160, width: SHEET.width - 160 };
  writer.group("Table", (table) => {
    for (const fact of facts) {
      drawRow(writer, table, [
        { tag: "TH", text: fact.term, style: term },
        { tag: "TD", text: fact.value, style: value },
      ]);
    }
  });
  writer.doc.y += 10;
}

function drawFigures(writer: Writer, figures: { value: string; words: string }[]): void {
  const value: TextStyle = { face: "display", size: 20, color: "brick", width: 90, align: "right" };
  const words: TextStyle = { size: 11.5, x: SHEET.left + 108, width: SHEET.width - 108 };
  writer.group("Table", (table) => {
    for (const figure of figures) {
      drawRow(writer, table, [
        { tag: "TH", text: figure.value, style: value },
        { tag: "TD", text: figure.words, style: words, drop: 7 },
      ]);
    }
  });
  writer.doc.y += 10;
}

function drawTotal(writer: Writer, { label, value }: { label: string; value: string }): void {
  writer.keepTogether(50);
  writer.rule(writer.doc.y, "coal", 2);
  writer.doc.y += 8;
  writer.group("P", (parent) => {
    const { doc } = writer;
    const y = doc.y;
    parent.add(doc.struct("Span", {}, () => writer.write(label, { face: "bold", y: y + 8, width: SHEET.width / 2 })));
    parent.add(
      doc.struct("Span", {}, () =>
        writer.write(value, { face: "display", size: 24, color: "brick", y, align: "right" }),
      ),
    );
  });
  writer.doc.y += 6;
  writer.rule(writer.doc.y);
  writer.doc.y += 14;
}

function drawTable(
  writer: Writer,
  { columns, rows, numeric = [] }: Extract<PdfBlock, { table: object }>["table"],
): void {
  const share = SHEET.width / columns.length;
  const styleOf = (column: number): TextStyle => ({
    size: 9.5,
    x: SHEET.left + share * column,
    width: share - 8,
    align: numeric.includes(column) ? "right" : "left",
  });
  writer.group("Table", (table) => {
    drawRow(
      writer,
      table,
      columns.map((text, column) => ({ tag: "TH", text, style: { ...styleOf(column), face: "bold" } })),
    );
    for (const row of rows) {
      drawRow(
        writer,
        table,
        row.map((text, column) => ({ tag: "TD", text, style: styleOf(column) })),
      );
    }
  });
  writer.doc.y += 10;
}

interface Cell {
  tag: "TH" | "TD";
  text: string;
  style: TextStyle;
  /** Points by which its text stands lower, to share a line with larger type. */
  drop?: number;
}

/** One course of cells on one line, whole on its page, closed by a rule. */
function drawRow(writer: Writer, table: PDFKit.PDFStructureElement, cells: Cell[]): void {
  const { doc } = writer;
  const height = Math.max(...cells.map(({ text, style, drop = 0 }) => writer.heightOf(text, style) + drop));
  writer.keepTogether(height + 8);
  const y = doc.y + 4;
  const row = doc.struct("TR");
  table.add(row);
  for (const { tag, text, style, drop = 0 } of cells) {
    row.add(doc.struct(tag, {}, () => writer.write(text, { ...style, y: y + drop })));
  }
  row.end();
  doc.y = y + height + 3;
  writer.rule(doc.y);
}
