import { promisify } from "node:util";
import { type InputType, inflate, type ZlibOptions } from "node:zlib";
import { type CvRefusal, MOST_CV_BYTES } from "./labels.ts";

/** What all compressed parts of the file may unfold into, together: a few scanned pages, not a bomb. */
const MOST_UNFOLDED = 96 * 1024 * 1024;

/** What a CV has no use for, and a reader would run, launch, send or unpack (ISO 32000-2, 12.6 and 7.11). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|EF|FileAttachment|RichMedia\w*|3DD|OnInstantiate|XFA|SubmitForm|ImportData|GoTo[ER]|Rendition|Movie|Sound|OpenAction\s*<<[^>]*\/URI|AA\s*<<)(?![A-Za-z0-9])/;

/** A name as a person gives one: no folder, nothing that climbs out of one, no control character. */
export function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return name.length <= 255 && !name.includes("..") && !/[/\\\u0000-\u001f\u007f]/.test(name);
}

/**
 * Why these bytes are not kept as a CV; null when they are. The content decides, not the name. Every
 * object of the file is read for what a reader would run, those packed into compressed streams included;
 * what cannot be read is refused.
 */
export async function cvRefusal(bytes: Uint8Array): Promise<CvRefusal | null> {
  if (bytes.length === 0) return "cv_missing";
  if (bytes.length > MOST_CV_BYTES) return "cv_too_large";
  // A byte each: offsets in the text are offsets in the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (!/^%PDF-[12][.]\d/.test(text)) return "cv_not_pdf";
  if (!text.includes("startxref") || !text.slice(-2_048).includes("%%EOF")) return "cv_damaged";
  const parts = partsOf(text);
  if (!parts) return "cv_damaged";
  const objects = withoutEscapes(parts.objects);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(objects)) return "cv_locked";
  if (ACTIVE.test(objects)) return "cv_active";
  if (parts.streams.length > MOST_STREAMS) return "cv_bomb";
  let left = MOST_UNFOLDED;
  for (const { dictionary, start, end } of parts.streams) {
    const found = await readStream(dictionary, bytes.subarray(start, end), left);
    if (typeof found === "string") return found;
    left -= found.unfolded;
    if (found.objects && ACTIVE.test(withoutEscapes(found.objects))) return "cv_active";
  }
  return null;
}

interface Stream {
  dictionary: string;
  start: number;
  end: number;
}

/** More compressed parts than any CV has: each costs an unfolding. */
const MOST_STREAMS = 2_000;

/** Where an object begins that may hold something: a dictionary, an array, a name, or a comment before one. */
const HEADER = /(?<=[\0\t\n\f\r \d])obj(?=[\0\t\n\f\r ]*(?:<<|[[/%]))/g;

/**
 * What stands between the streams, and the streams; null when what is read here may not be what a reader
 * finds. A reader goes to objects by their offset, so that one may begin inside another's string, comment or
 * stream: such a file is refused. Each character is looked at a fixed number of times.
 */
function partsOf(text: string): { objects: string; streams: Stream[] } | null {
  const streams: Stream[] = [];
  const between: string[] = [];
  let at = 0;
  for (const { index } of text.matchAll(HEADER)) {
    if (index < at) return null;
    const object = readObject(text, index + "obj".length);
    if (!object) return null;
    // Of what a text says, nothing counts: a CV may be called "C#/JS".
    between.push(text.slice(at, index), object.words);
    if (object.stream) streams.push(object.stream);
    at = object.end;
  }
  between.push(text.slice(at));
  return at > 0 ? { objects: between.join("\n"), streams } : null;
}

/** White space, a comment, a delimiter, a name, or any other word (ISO 32000-2, 7.2). */
const LEXEME = /[\0\t\n\f\r ]+|%[^\r\n]*|<<|>>|[()<>[\]{}]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/** Reads one object up to its end, its stream included; null when it is written as no writer of documents does. */
function readObject(text: string, from: number): { words: string; end: number; stream?: Stream } | null {
  const words: string[] = [];
  let [at, last] = [from, ""];
  while (at < text.length) {
    LEXEME.lastIndex = at;
    const word = LEXEME.exec(text)?.[0] ?? "";
    if (word === "endobj" || word === "obj") break;
    if (word.startsWith("stream")) {
      // A comment between them is one more way to be read differently.
      if (last !== ">>") return null;
      const stream = streamAt(text, at, withoutEscapes(words.join("")));
      return stream && { words: stream.dictionary, end: stream.end, stream };
    }
    const end = endOf(text, at, word);
    if (end <= at) return null;
    words.push(word === "(" || word === "<" ? "()" : word);
    if (!/^[\0\t\n\f\r ]/.test(word)) last = word;
    at = end;
  }
  return { words: words.join(""), end: at };
}

function streamAt(text: string, at: number, dictionary: string): Stream | null {
  const opening = /stream(\r\n|\n|\r)/y;
  opening.lastIndex = at;
  if (!opening.test(text)) return null;
  const end = text.indexOf("endstream", opening.lastIndex);
  return end < 0 ? null : { dictionary, start: opening.lastIndex, end };
}

/** Where the word that begins at `at` ends; 0: never. */
function endOf(text: string, at: number, word: string): number {
  if (word === "<") return text.indexOf(">", at) + 1;
  if (word !== "(") return at + word.length;
  const mark = /[()]|\\[\s\S]/g;
  mark.lastIndex = at;
  let depth = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === "(") depth += 1;
    if (found[0] === ")") depth -= 1;
    if (depth === 0) return mark.lastIndex;
  }
  return 0;
}

/** Filters that readers know; `Crypt` is not for a document without a password. */
const FILTERS =
  /^(FlateDecode|Fl|DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)$/;
const FLATE = /^(FlateDecode|Fl)$/;

/** The filters of a stream, in their order; null when they are not plainly said. */
function filtersOf(dictionary: string): string[] | null {
  const [, said, ...more] = dictionary.split(/\/Filter(?![^\0\t\n\f\r ()<>[\]{}/%])/);
  if (said === undefined) return [];
  if (more.length > 0) return null;
  const names = /^[\0\t\n\f\r ]*(?:\[([^\]]*)\]|(\/[^\0\t\n\f\r ()<>[\]{}/%]+))/.exec(said);
  const filters = (names?.[1] ?? names?.[2])?.split(/[\0\t\n\f\r ]+|(?=\/)/).filter(Boolean);
  if (!filters?.every((name) => name.startsWith("/") && FILTERS.test(name.slice(1)))) return null;
  return filters.map((name) => name.slice(1));
}

/** What a stream unfolds into; the text of the objects that it holds, when it holds any. */
async function readStream(
  dictionary: string,
  content: Uint8Array,
  left: number,
): Promise<CvRefusal | { unfolded: number; objects?: string }> {
  const filters = filtersOf(dictionary);
  if (!filters) return "cv_damaged";
  // Twice compressed: no writer of documents does that, bombs do.
  if (filters.length > 2 || filters.filter((name) => FLATE.test(name)).length > 1) return "cv_bomb";
  // By its keys as well as by its type, which may be said elsewhere in the file (ISO 32000-2, 7.5.7).
  const holdsObjects = /\/ObjStm/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));
  const [first] = filters;
  if (holdsObjects && (filters.length > 1 || (first && !FLATE.test(first)) || /\/(DecodeParms|DP)\b/.test(dictionary)))
    return "cv_damaged";
  if (!first || !FLATE.test(first)) {
    return holdsObjects ? { unfolded: 0, objects: latin1(content) } : { unfolded: 0 };
  }
  try {
    const unfolded = await unfold(content, { maxOutputLength: Math.max(1, left) });
    return { unfolded: unfolded.length, ...(holdsObjects ? { objects: latin1(unfolded) } : {}) };
  } catch (error) {
    if (error instanceof RangeError) return "cv_bomb";
    // An image that ends too early still shows; objects that cannot be read are not let through.
    return holdsObjects ? "cv_damaged" : { unfolded: 0 };
  }
}

const unfold = promisify<InputType, ZlibOptions, Buffer>(inflate);

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

/** Names may be written with escapes: `/J#61vaScript` (ISO 32000-2, 7.3.5). */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
