import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";

/** A piece of text in one face. */
export type Run = { text: string; bold?: boolean; italic?: boolean };

/** Text of a paragraph or cell: plain, or in pieces of different faces. A line feed breaks the line. */
export type Rich = string | readonly Run[];

export type Align = "left" | "center" | "right";

/** A column of a table. */
export type DocumentColumn = {
  title: string;
  align: Align;
  /** Its share of the table's width, relative to the other columns. */
  width: number;
  /** A heading over this column and its neighbours of the same group. */
  group?: string;
};

/** A row of a table: `total` is bold, `group` has one cell over the whole width. */
export type DocumentRow = { cells: readonly Rich[]; kind?: "body" | "total" | "group" };

export type TableBlock = {
  kind: "table";
  caption?: string;
  /** Unit and the like, right above the table. Example: "Đơn vị tính: việc, nghìn đồng". */
  unit?: string;
  columns: readonly DocumentColumn[];
  rows: readonly DocumentRow[];
  /** Smaller type and tighter rows, for tables that should stay on one page. */
  dense?: boolean;
};

/** A key figure: a large value over its label. */
export type KeyFigure = { value: string; label: string; note?: string };

/** A bar of a chart: its length as a share of the longest possible one, 0 to 1, and where its target is. */
export type DocumentBar = { label: string; value: string; share: number; target?: number };

/** A part of the body, in reading order. Headings are numbered by the renderers: I., 1., a). */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: Rich; align?: Align }
  | { kind: "list"; entries: readonly Rich[] }
  | TableBlock
  | { kind: "figures"; figures: readonly KeyFigure[] }
  | { kind: "bars"; caption: string; bars: readonly DocumentBar[] }
  | {
      kind: "picture";
      bytes: Uint8Array;
      type: "png" | "jpg";
      size: PictureSize;
      alt: string;
      caption?: string;
    }
  | { kind: "notes"; lines: readonly string[] }
  | { kind: "page-break" };

/** In pixels of the file, and how wide it should be on paper. */
export type PictureSize = { width: number; height: number; widthMm: number };

/** Who signs. `authority` is the line above the position: "TM. HỘI ĐỒNG", "KT. TỔNG CỤC TRƯỞNG". */
export type Signature = { authority?: string; position: string; name: string | null };

/** The first lines of an official document. */
export type DocumentHead = {
  /** The agency above, when there is one. */
  superior: string | null;
  agency: string;
  /** What follows "Số:"; null leaves it open. Example: "12/BC-TCTHADS". */
  number: string | null;
  place: string;
  /** null leaves day and month open, for whoever signs. */
  date: Day | null;
};

/** A document as people know it, free of any file format. */
export type OfficialDocument = {
  locale: Locale;
  /** File name without ending, ASCII. */
  name: string;
  /** null for a sheet that is no official document: it then begins with its title. */
  head: DocumentHead | null;
  title: { kind: string; about: string | null };
  /** "Kính gửi: …", one addressee a line. */
  addressees?: readonly string[];
  body: readonly Block[];
  /** None, one (at the right, beside the recipients) or two (minutes: secretary and chair). */
  signatures: readonly Signature[];
  /** "Nơi nhận": one a line, without dash and semicolon. */
  recipients: readonly string[];
  /** Generated data: the mark is on every page. */
  illustrative: boolean;
  orientation?: "portrait" | "landscape";
};

export const DOCUMENT_FORMATS = ["pdf", "docx"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
