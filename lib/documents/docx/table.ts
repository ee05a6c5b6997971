import type { ITableCellOptions, Table, TableCell } from "docx";
import { points, tableSizes } from "../layout";
import { columnGroups, columnShares } from "../rules";
import type { DocumentRow, TableBlock } from "../types";
import { bare, type Docx, twips } from "./text";

/** A ruled table of this width (points) with fixed columns; its head is repeated on every page. */
export function tableOf(docx: Docx, table: TableBlock, width: number): Table {
  const widths = columnShares(table.columns).map((share) => twips(share * width));
  return new docx.Table({
    width: { size: twips(width), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    alignment: docx.AlignmentType.CENTER,
    rows: [...headRows(docx, table, widths), ...table.rows.map((row) => bodyRow(docx, row, table, widths))],
  });
}

function cell(docx: Docx, width: number, options: Omit<ITableCellOptions, "width">): TableCell {
  const side = twips(points(1.2));
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 40, bottom: 40, left: side, right: side },
    ...options,
  });
}

function headRows(docx: Docx, table: TableBlock, widths: readonly number[]) {
  const { columns } = table;
  const face = { size: tableSizes(table).head, bold: true };
  const titled = (text: string, width: number, span: { columnSpan?: number; rowSpan?: number } = {}) =>
    cell(docx, width, {
      ...span,
      verticalAlign: docx.VerticalAlign.CENTER,
      children: [bare(docx, text, "center", face)],
    });
  const row = (children: TableCell[]) => new docx.TableRow({ tableHeader: true, cantSplit: true, children });
  const groups = columnGroups(columns);
  if (groups.every(({ group }) => group === null)) {
    return [row(columns.map(({ title }, at) => titled(title, widths[at] ?? 0)))];
  }
  const sum = (from: number, count: number) =>
    widths.slice(from, from + count).reduce((all, one) => all + one, 0);
  const above = groups.map(({ group, from, count }) =>
    group === null
      ? titled(columns[from]?.title ?? "", sum(from, 1), { rowSpan: 2 })
      : titled(group, sum(from, count), { columnSpan: count }),
  );
  const below = columns.flatMap(({ title, group }, at) =>
    group === undefined ? [] : [titled(title, widths[at] ?? 0)],
  );
  return [row(above), row(below)];
}

function bodyRow(
  docx: Docx,
  { cells, kind = "body" }: DocumentRow,
  table: TableBlock,
  widths: readonly number[],
) {
  const { columns } = table;
  const face = { size: tableSizes(table).body, bold: kind !== "body" };
  if (kind === "group") {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const children = [bare(docx, cells[0] ?? "", "left", face)];
    return new docx.TableRow({
      cantSplit: true,
      children: [cell(docx, whole, { columnSpan: columns.length, children })],
    });
  }
  return new docx.TableRow({
    cantSplit: true,
    children: columns.map(({ align }, at) =>
      cell(docx, widths[at] ?? 0, { children: [bare(docx, cells[at] ?? "", align, face)] }),
    ),
  });
}

type OpenCell = {
  width: number;
  children: ITableCellOptions["children"];
  ruled?: boolean;
  dark?: boolean;
  /** A thick right edge. */
  marked?: boolean;
};

/** Cells beside each other without rules, for the head, the signatures and the key figures. */
export function openTable(docx: Docx, columns: readonly OpenCell[]): Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  const thick = { style: docx.BorderStyle.SINGLE, size: 18, color: "000000" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new docx.Table({
    width: { size: twips(columns.reduce((sum, { width }) => sum + width, 0)), type: docx.WidthType.DXA },
    columnWidths: columns.map(({ width }) => twips(width)),
    layout: docx.TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: columns.map(({ width, children, ruled, dark, marked }) =>
          cell(docx, twips(width), {
            ...(!ruled && { borders: marked ? { ...borders, right: thick } : borders }),
            ...(dark && { shading: { type: docx.ShadingType.CLEAR, fill: "5B6470", color: "auto" } }),
            children,
          }),
        ),
      }),
    ],
  });
}
