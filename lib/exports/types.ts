/** A cell: text, an exact whole number, an exact decimal written with a point, or nothing. */
export type Cell = string | bigint | { decimal: string } | null;

/** A table on its way out of the product, with the lines that say what it is. */
export type ExportTable = {
  /** File name without ending, ASCII. */
  name: string;
  title: string;
  /** Source, period, as-of instant, "Số liệu minh họa": printed above the table. */
  notes: readonly string[];
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
};

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
