import { drawable, type Face } from "./fonts.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A4 in points, with the margins of the club's paper. */
export const SHEET = {
  margins: { top: 48, bottom: 76, left: 56, right: 56 },
  left: 56,
  right: 595.28 - 56,
  bottom: 841.89 - 76,
  width: 595.28 - 112,
} as const;

/** The palette of app/globals.css, in its light scheme. */
export const INK = { coal: "#17181c", slate: "#4a4e57", brick: "#a63d24", rule: "#d1cdc4", marl: "#f1ebde" } as const;

export interface TextStyle {
  tag?: string;
  face?: Face;
  size?: number;
  color?: keyof typeof INK;
  x?: number;
  width?: number;
  align?: "left" | "right";
  /** Points left free under it. */
  after?: number;
}

/** Writes down the sheet, and keeps the tree of tags in the order of reading. */
export class Writer {
  readonly doc: Doc;
  readonly #root: Element;

  constructor(doc: Doc) {
    this.doc = doc;
    this.#root = doc.struct("Document");
    doc.addStructure(this.#root);
  }

  /** Text of its own tag, from the current line on. */
  paragraph(text: string, { tag = "P", after = 8, ...style }: TextStyle = {}): void {
    this.#root.add(this.doc.struct(tag, {}, () => this.write(text, style)));
    this.doc.y += after;
  }

  /** A tag that holds others; `fill` adds them. */
  group(tag: string, fill: (parent: Element) => void): void {
    const parent = this.doc.struct(tag);
    this.#root.add(parent);
    fill(parent);
    parent.end();
  }

  /** Text at the current line, under no tag: for what `group` fills. */
  write(text: string, style: TextStyle & { y?: number } = {}): void {
    const { x = SHEET.left, y, width = SHEET.width, align = "left" } = style;
    this.#dress(style);
    if (y === undefined) this.doc.x = x;
    this.doc.text(drawable(text), x, y ?? this.doc.y, { width, align, lineGap: 2 });
  }

  heightOf(text: string, style: TextStyle): number {
    this.#dress(style);
    return this.doc.heightOfString(drawable(text), { width: style.width ?? SHEET.width, lineGap: 2 });
  }

  /** Begins a new page when fewer than `points` are left on this one. */
  keepTogether(points: number): void {
    if (this.doc.y + points > SHEET.bottom) this.doc.addPage();
  }

  /** What is drawn here is read out by nobody. */
  decorate(draw: (doc: Doc) => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  rule(y: number, color: keyof typeof INK = "rule", weight = 0.75): void {
    this.decorate((doc) => doc.moveTo(SHEET.left, y).lineTo(SHEET.right, y).lineWidth(weight).stroke(INK[color]));
  }

  end(): void {
    this.#root.end();
  }

  #dress({ face = "text", size = 10.5, color = "coal" }: TextStyle): void {
    this.doc.font(face).fontSize(size).fillColor(INK[color]);
  }
}
