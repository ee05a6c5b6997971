import path from "node:path";
import { FACES, type Margins, points, SIZES } from "../layout";
import type { Align, Run } from "../types";
import { type Face, type Line, linesOf, type Measure, type Piece } from "./lines";

export type Struct = PDFKit.PDFStructureElement;

/** Where a line stands: left edge, width to align in, top. */
export type Spot = { x: number; width: number; y: number; align: Align | "justify" };

const LEADING = 1.22;

/** Height of a line of this size, in points. */
export function lineHeight(size: number): number {
  return size * LEADING;
}

const folder = path.join(process.cwd(), "assets", "fonts", "tinos");

/** The file of a face; pdfkit knows an opened face by its path. */
export function faceFile({ bold, italic }: Face): string {
  const style = `${bold ? "Bold" : ""}${italic ? "Italic" : ""}` || "Regular";
  return path.join(folder, `${FACES.embedded}-${style}.ttf`);
}

/** A PDF under construction: pages, the place reached on the page, measured text, and the tags that name it. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Struct;
  readonly left: number;
  /** Size of the body's text. */
  readonly body: number;
  readonly width: number;
  readonly bottom: number;
  readonly top: number;
  y: number;
  private pages = 1;
  private readonly widths = new Map<string, number>();
  private readonly footer: string | null;

  constructor(doc: PDFKit.PDFDocument, margins: Margins, body: number, footer: string | null) {
    this.body = body;
    this.doc = doc;
    this.footer = footer;
    this.left = points(margins.left);
    this.top = points(margins.top);
    this.y = this.top;
    this.width = doc.page.width - this.left - points(margins.right);
    this.bottom = doc.page.height - points(margins.bottom);
    this.root = doc.struct("Document");
    doc.addStructure(this.root);
    this.furnish();
  }

  /** What is left of the page. */
  get room(): number {
    return this.bottom - this.y;
  }

  get isFresh(): boolean {
    return this.y <= this.top + 0.01;
  }

  /** Moves down; a gap is not carried to the next page. */
  moveDown(height: number): void {
    if (!this.isFresh) this.y += height;
  }

  /** Begins a new page when less than `height` is left on this one. */
  ensure(height: number): void {
    if (height > this.room && !this.isFresh) this.turn();
  }

  /** Begins a new page. */
  turn(): void {
    this.doc.addPage();
    this.pages += 1;
    this.y = this.top;
    this.furnish();
  }

  /** A part of the document's structure, in reading order. */
  struct(
    tag: string,
    parent: Struct = this.root,
    options: PDFKit.Mixins.StructureElementOptions = {},
  ): Struct {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Breaks text into lines of this width. */
  lines(runs: readonly Run[], size: number, width: number, indent = 0): Line[] {
    return linesOf(runs, width, this.measure(size), indent);
  }

  /** Writes a line as content of the element; spaces are kept, so that selecting gives words. */
  line(element: Struct, line: Line, size: number, spot: Spot): void {
    const content = this.doc.markStructureContent("Span");
    this.draw(line, size, spot);
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what is no content: page numbers, rules, repeated heads. */
  artifact(type: "Pagination" | "Layout", draw: () => void): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws a line without naming it. */
  draw({ pieces, width, ends }: Line, size: number, { x, width: room, y, align }: Spot): void {
    const gaps = pieces.filter(({ spaced }, at) => spaced && at < pieces.length - 1).length;
    const stretch = align === "justify" && !ends && gaps > 0 ? Math.max(0, room - width) / gaps : 0;
    const shift = align === "right" ? room - width : align === "center" ? (room - width) / 2 : 0;
    let at = x + Math.max(0, shift);
    for (const piece of stretch > 0 ? pieces : merged(pieces)) {
      const text = piece.spaced ? `${piece.text} ` : piece.text;
      this.put(text, piece, size, at, y);
      at += this.measure(size)(text, piece) + (piece.spaced ? stretch : 0);
    }
  }

  /** Thin line, an artifact of the layout. */
  rule(x: number, y: number, width: number, weight = 0.6): void {
    this.artifact("Layout", () => {
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .stroke("black");
    });
  }

  private measure(size: number): Measure {
    return (text, face) => {
      const key = `${faceFile(face)}|${text}`;
      const known = this.widths.get(key) ?? this.doc.font(faceFile(face)).fontSize(1000).widthOfString(text);
      if (text.length < 24) this.widths.set(key, known);
      return (known * size) / 1000;
    };
  }

  private put(text: string, face: Face, size: number, x: number, y: number): void {
    const above = (lineHeight(size) - size * 1.107) / 2;
    this.doc
      .font(faceFile(face))
      .fontSize(size)
      .text(this.drawable(text), x, y + above, { lineBreak: false });
  }

  /** Characters without a shape in the embedded face become an empty box instead of somebody else's code. */
  private drawable(text: string): string {
    // pdfkit keeps the opened face to itself; it alone knows which characters it has.
    const { _font } = this.doc as unknown as {
      _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
    };
    return Array.from(text, (letter) =>
      _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : "□",
    ).join("");
  }

  /** Page number above, from the second page on; the mark of generated data below, on every page. */
  private furnish(): void {
    const centred = (text: string, size: number, y: number, face: Omit<Run, "text"> = {}) => {
      const [line] = this.lines([{ text, ...face }], size, this.width);
      const spot: Spot = { x: this.left, width: this.width, y, align: "center" };
      if (line) this.artifact("Pagination", () => this.draw(line, size, spot));
    };
    if (this.pages > 1) centred(String(this.pages), SIZES.pageNumber, this.top - 28);
    if (this.footer) centred(this.footer, SIZES.small, this.bottom + 14, { italic: true });
  }
}

/** Neighbours of one face as one piece: fewer commands in the file, and the same place on paper. */
function merged(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.bold === piece.bold && last.italic === piece.italic) {
      last.text += (last.spaced ? " " : "") + piece.text;
      last.spaced = piece.spaced;
    } else joined.push({ ...piece });
  }
  return joined;
}
