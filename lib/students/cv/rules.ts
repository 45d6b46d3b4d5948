import { promisify } from "node:util";
import { type InputType, inflate, type ZlibOptions } from "node:zlib";
import { type CvRefusal, MOST_CV_BYTES } from "./labels.ts";

/** What all compressed parts of the file may unfold into, together: a few scanned pages, not a bomb. */
const MOST_UNFOLDED = 96 * 1024 * 1024;

/** What a CV has no use for, and a reader would run, launch, send or unpack (ISO 32000-2, 12.6 and 7.11). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia\w*|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound)(?![A-Za-z0-9])/;

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

/** What stands between the streams, and the streams; null when one has no end. */
function partsOf(text: string): { objects: string; streams: Stream[] } | null {
  const streams: Stream[] = [];
  const between: string[] = [];
  const opening = />>\s{0,20}stream(\r\n|\n|\r)/g;
  let at = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = text.indexOf("endstream", start);
    if (end < 0) return null;
    const dictionary = text.slice(Math.max(at, text.lastIndexOf("obj", match.index)), match.index);
    between.push(text.slice(at, start));
    streams.push({ dictionary: withoutEscapes(dictionary), start, end });
    at = end;
    opening.lastIndex = end;
  }
  between.push(text.slice(at));
  return { objects: between.join("\n"), streams };
}

/** What a stream unfolds into; the text of the objects that it holds, when it holds any. */
async function readStream(
  dictionary: string,
  content: Uint8Array,
  left: number,
): Promise<CvRefusal | { unfolded: number; objects?: string }> {
  const filters = dictionary.match(/\/(FlateDecode|Fl)(?![A-Za-z0-9])/g) ?? [];
  // Twice compressed: no writer of documents does that, bombs do.
  if (filters.length > 1) return "cv_bomb";
  // By its keys as well as by its type, which may be said elsewhere in the file (ISO 32000-2, 7.5.7).
  const holdsObjects = /\/ObjStm/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));
  const hasOthers = /\/(DecodeParms|ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b/;
  if (holdsObjects && (hasOthers.test(dictionary) || /\/Filter\s*\d/.test(dictionary))) return "cv_damaged";
  if (filters.length === 0) {
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
