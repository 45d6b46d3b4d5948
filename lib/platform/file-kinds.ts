import { Buffer } from "node:buffer";

/** What a document is, by its bytes: its name and what the browser says of it are anybody's word. */
export interface FileKind {
  mediaType: string;
  ending: string;
}

const OPEN_DOCUMENT: Record<string, string> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};
const OFFICE = [
  { part: "word/document.xml", ending: "docx", name: "wordprocessingml.document" },
  { part: "xl/workbook.xml", ending: "xlsx", name: "spreadsheetml.sheet" },
  { part: "ppt/presentation.xml", ending: "pptx", name: "presentationml.presentation" },
];

/** PDF, pictures and office documents without macros; null for anything else. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (...signature: number[]) => signature.every((byte, index) => file[index] === byte);
  if (file.subarray(0, 5).toString("latin1") === "%PDF-") return { mediaType: "application/pdf", ending: "pdf" };
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { mediaType: "image/png", ending: "png" };
  if (begins(0xff, 0xd8, 0xff)) return { mediaType: "image/jpeg", ending: "jpg" };
  if (begins(0x50, 0x4b, 0x03, 0x04)) return archiveKind(file);
  return null;
}

/** Office documents are archives: OpenDocument says its type first, OOXML is known by its parts. */
function archiveKind(file: Buffer): FileKind | null {
  // The name of the first entry stands at byte 30 (APPNOTE 4.3.7); this one is stored as it is.
  if (file.subarray(30, 38).toString("latin1") === "mimetype") {
    const mediaType = /^[a-z.]+\/[a-z.-]+/.exec(file.subarray(38, 100).toString("latin1"))?.[0] ?? "";
    const known = Object.keys(OPEN_DOCUMENT).find((type) => mediaType.startsWith(type));
    return known && !file.includes("Basic/script-lc.xml")
      ? { mediaType: known, ending: OPEN_DOCUMENT[known] ?? "" }
      : null;
  }
  if (file.includes("vbaProject.bin")) return null;
  const office = OFFICE.find(({ part }) => file.includes(part));
  return office
    ? { mediaType: `application/vnd.openxmlformats-officedocument.${office.name}`, ending: office.ending }
    : null;
}
