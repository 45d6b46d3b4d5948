import type { ClubView } from "#lib/club/queries";
import { drawable } from "./fonts.ts";
import { INK, SHEET, type Writer } from "./writer.ts";

/** Who writes: what the paper says at its top and at its foot. */
export interface Letterhead {
  name: string;
  tagline: string;
  /** The legal mentions, one line each. */
  mentions: string[];
}

/** What the law wants an association to say on its papers; what nobody has given yet says so. */
export function letterheadOf(
  club: Pick<ClubView, "name" | "tagline" | "seat" | "rna" | "siret" | "contactEmail">,
): Letterhead {
  const known = (value: string | null) => value ?? "À compléter";
  return {
    name: club.name,
    tagline: club.tagline,
    mentions: [
      `${club.name}, association régie par la loi du 1er juillet 1901. Siège\u202f: ${known(club.seat)}`,
      `RNA\u202f: ${known(club.rna)} – SIRET\u202f: ${known(club.siret)} – Contact\u202f: ${known(club.contactEmail)}`,
    ],
  };
}

/** The mark of components/layout/mark.tsx on its grid of 32, and the name beside it. */
export function drawLetterhead(writer: Writer, { name, tagline }: Letterhead): void {
  const top = SHEET.margins.top;
  writer.decorate((doc) => {
    doc.save().translate(SHEET.left, top).scale(1.15);
    doc.path("M0 30.5 7.5 15 13 30.5ZM19 30.5 24.5 15 32 30.5Z").fill(INK.coal);
    doc.path("M4 5.5H28M16 5.5V27.5").lineWidth(1.8).stroke(INK.brick);
    for (const [x, y] of [
      [4, 5.5],
      [16, 5.5],
      [28, 5.5],
      [16, 16.5],
      [16, 27.5],
    ] as const) {
      doc.circle(x, y, 3).fill(INK.brick);
    }
    doc.restore();
  });
  writer.group("P", (parent) => {
    const { doc } = writer;
    const words = doc.struct("Span", {}, () => {
      writer.write(name, { face: "display", size: 22, x: SHEET.left + 48, y: top });
      writer.write(tagline, { size: 9.5, color: "slate", x: SHEET.left + 48 });
    });
    parent.add(words);
  });
  writer.rule(top + 46, "coal", 2);
  writer.doc.y = top + 66;
}

/** Under each page: the mentions, what the document is, which page of how many. */
export function drawFooters(doc: PDFKit.PDFDocument, { mentions }: Letterhead, what: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    // Below the bottom margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    const y = SHEET.bottom + 16;
    doc
      .moveTo(SHEET.left, y - 6)
      .lineTo(SHEET.right, y - 6)
      .lineWidth(0.75)
      .stroke(INK.rule);
    doc.font("text").fontSize(8).fillColor(INK.slate);
    for (const [line, mention] of mentions.entries()) {
      doc.text(drawable(mention), SHEET.left, y + line * 11, { width: SHEET.width - 110, lineBreak: false });
    }
    const place = drawable(`${what} – page ${index + 1} sur ${count}`);
    doc.text(place, SHEET.left, y, { width: SHEET.width, align: "right", lineBreak: false });
    doc.endMarkedContent();
  }
}
