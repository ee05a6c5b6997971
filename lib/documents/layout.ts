/** Paper, margins and sizes of administrative documents (Decree 30/2020/NĐ-CP, annex I), shared by both renderers. */

/** Millimetres. The decree allows 20–25 above and below, 30–35 at the left, 15–20 at the right. */
const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

/** Sheets that are no official document, millimetres. */
const SHEET_MARGINS = { top: 15, right: 15, bottom: 16, left: 20 } as const;

export type Margins = Record<"top" | "right" | "bottom" | "left", number>;

/** The margins of a document, millimetres: the decree's for official ones. */
export function marginsOf({ head }: { head: unknown }): Margins {
  return head === null ? SHEET_MARGINS : MARGINS;
}

/** Size of the body's text, points: a sheet that is no official document is set smaller. */
export function bodySize({ head }: { head: unknown }): number {
  return head === null ? 11 : SIZES.body;
}

/** A4 upright, millimetres. */
export const PAPER = { width: 210, height: 297 } as const;

/** Type sizes in points. */
export const SIZES = {
  republic: 12,
  independence: 13,
  agency: 12,
  number: 13,
  date: 13,
  title: 14,
  body: 13,
  table: 11.5,
  tableHead: 11,
  dense: 8.5,
  figure: 18,
  small: 11,
  recipientsHead: 12,
  pageNumber: 13,
} as const;

/** Type sizes of a table and the space within its cells, in points. */
export function tableSizes({ dense = false }: { dense?: boolean }): {
  head: number;
  body: number;
  pad: number;
} {
  return dense
    ? { head: SIZES.dense, body: SIZES.dense, pad: 1 }
    : { head: SIZES.tableHead, body: SIZES.table, pad: 3 };
}

/** First line of a paragraph, millimetres. */
export const INDENT = 10;

/** Share of the text's width that the agency's half of the head takes. */
export const HEAD_SPLIT = 0.45;

/** The face that the decree names, and the free one of the same widths that we embed. */
export const FACES = { named: "Times New Roman", embedded: "Tinos" } as const;

/** Millimetres in points. Example: 25.4 is 72. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
