import "server-only";
import PDFDocument from "pdfkit";
import { type Day, formatDay } from "#lib/platform/dates";
import { drawBlock, type PdfBlock } from "./blocks.ts";
import { readFonts } from "./fonts.ts";
import { drawFooters, drawLetterhead, type Letterhead } from "./letterhead.ts";
import { SHEET, Writer } from "./writer.ts";

/** ISO 14289-1. The types of pdfkit do not know it yet. */
const ACCESSIBLE: object = { subset: "PDF/UA", tagged: true };

/** A document of the club as data: what it says, in reading order. How it looks is decided here. */
export interface PdfDocument {
  title: string;
  /** "COT-2026-0012": under the title, and in every footer. */
  reference?: string;
  /** The day it bears. */
  day: Day;
  letterhead: Letterhead;
  /** Name, then the lines of the address. */
  addressee?: string[];
  blocks: PdfBlock[];
}

/**
 * Writes a document on the club's paper: A4, tagged for screen readers (PDF/UA), in French, with its
 * own fonts. The same data give the same pages.
 */
export async function writePdf({ title, reference, day, letterhead, addressee, blocks }: PdfDocument) {
  const doc = new PDFDocument({
    size: "A4",
    margins: SHEET.margins,
    pdfVersion: "1.7",
    ...ACCESSIBLE,
    lang: "fr-FR",
    displayTitle: true,
    bufferPages: true,
    // Nothing is written in a font that the file does not carry.
    font: "",
    info: { Title: title, Author: letterhead.name, CreationDate: new Date(`${day}T12:00:00Z`) },
  });
  const pieces: Uint8Array[] = [];
  const isWritten = new Promise<void>((resolve, reject) => {
    doc.on("data", (piece: Uint8Array) => pieces.push(piece));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  for (const [name, font] of Object.entries(await readFonts())) doc.registerFont(name, font);
  const writer = new Writer(doc);
  drawLetterhead(writer, letterhead);
  if (addressee) writer.paragraph(addressee.join("\n"), { x: 300, width: SHEET.right - 300, after: 18 });
  writer.paragraph(formatDay(day), { color: "slate", after: 18 });
  writer.paragraph(title, { tag: "H1", face: "display", size: 24, after: reference ? 2 : 14 });
  if (reference) writer.paragraph(`Référence ${reference}`, { color: "slate", after: 14 });
  for (const block of blocks) drawBlock(writer, block);
  writer.end();
  drawFooters(doc, letterhead, reference ?? title);
  doc.end();
  await isWritten;
  return new Uint8Array(Buffer.concat(pieces));
}
