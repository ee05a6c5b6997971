/** Paper, margins and sizes of administrative documents (Decree 30/2020/NĐ-CP, annex I), shared by both renderers. */

/** Millimetres. The decree allows 20–25 above and below, 30–35 at the left, 15–20 at the right. */
export const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

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
  figure: 18,
  small: 11,
  recipientsHead: 12,
  pageNumber: 13,
} as const;

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
