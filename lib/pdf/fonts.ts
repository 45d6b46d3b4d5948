import { readFile } from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";

// pdfkit cuts the letters it needs out of a font; it cannot out of WOFF2 nor of a variable one.
const FILES = {
  text: "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff",
  bold: "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff",
  display: "bricolage-grotesque/files/bricolage-grotesque-latin-800-normal.woff",
} as const;

export type Face = keyof typeof FILES;

let read: Promise<Record<Face, Buffer>> | undefined;

/** The club's fonts, read once. */
export function readFonts(): Promise<Record<Face, Buffer>> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<Record<Face, Buffer>> {
  const folder = path.join(process.cwd(), "node_modules/@fontsource");
  const [text, bold, display] = await Promise.all([
    readFile(path.join(folder, FILES.text)),
    readFile(path.join(folder, FILES.bold)),
    readFile(path.join(folder, FILES.display)),
  ]);
  return { text: unpackWoff(text), bold: unpackWoff(bold), display: unpackWoff(display) };
}

/**
 * The font inside a WOFF file (W3C WOFF 1.0, sections 3 to 5): pdfkit would unpack its tables again for
 * every document, five times slower.
 */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(count));
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((count - power) * 16, 10);
  const parts = [directory];
  let position = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const table = woff.subarray(start, start + packed);
    const data = packed < length ? inflateSync(table) : table;
    const place = 12 + 16 * index;
    woff.copy(directory, place, entry, entry + 4);
    woff.copy(directory, place + 4, entry + 16, entry + 20);
    directory.writeUInt32BE(position, place + 8);
    directory.writeUInt32BE(length, place + 12);
    // Every table begins on four bytes.
    const padded = Buffer.concat([data, Buffer.alloc(-length & 3)]);
    parts.push(padded);
    position += padded.length;
  }
  return Buffer.concat(parts);
}

/** Latin 1, and what French adds to it: what the files above can draw. */
const DRAWABLE =
  /[\n\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/;

/** `text` in letters that the fonts have: a foreign accent is dropped rather than the letter. */
export function drawable(text: string): string {
  return Array.from(
    text
      .normalize("NFC")
      .replace(/[\u202f\u2007\u2009]/g, "\u00a0")
      .replaceAll("\u2011", "-"),
    (letter) => {
      if (DRAWABLE.test(letter)) return letter;
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return DRAWABLE.test(plain) ? plain : "?";
    },
  ).join("");
}
