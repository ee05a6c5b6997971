import { SIZES } from "../layout";
import { columnGroups, columnShares, runsOf } from "../rules";
import type { Align, DocumentRow, TableBlock } from "../types";
import type { Line } from "./lines";
import { lineHeight, type Sheet, type Struct } from "./sheet";

const PAD = 3;
const WEIGHT = 0.5;

type Edge = { x: number; width: number };
type Cell = Edge & { lines: readonly Line[]; align: Align };
type HeadCell = Cell & { y: number; height: number };

/** A ruled table; its head is repeated on every page, a row is broken only when no page can hold it. */
export function drawTable(sheet: Sheet, table: TableBlock): void {
  const edges = edgesOf(sheet, table);
  const element = sheet.struct("Table");
  const head = headOf(sheet, table, edges);
  const [first] = table.rows;
  sheet.ensure(head.height + (first ? rowHeight(rowCells(sheet, first, table, edges)) : 0));
  const repeats = head.height < (sheet.bottom - sheet.top) / 2;
  drawHead(sheet, head, element);
  for (const row of table.rows) {
    const cells = rowCells(sheet, row, table, edges);
    drawRow(sheet, cells, sheet.struct("TR", element), () => {
      sheet.turn();
      if (repeats) drawHead(sheet, head, null);
    });
  }
  element.end();
}

function edgesOf(sheet: Sheet, { columns }: TableBlock): Edge[] {
  let x = sheet.left;
  return columnShares(columns).map((share) => {
    const edge = { x, width: share * sheet.width };
    x += edge.width;
    return edge;
  });
}

function rowCells(sheet: Sheet, row: DocumentRow, { columns }: TableBlock, edges: readonly Edge[]): Cell[] {
  const face = row.kind === "total" || row.kind === "group" ? { bold: true } : {};
  const cell = (at: number, edge: Edge, align: Align): Cell => ({
    ...edge,
    align,
    lines: sheet.lines(runsOf(row.cells[at] ?? "", face), SIZES.table, edge.width - 2 * PAD),
  });
  if (row.kind === "group") return [cell(0, { x: sheet.left, width: sheet.width }, "left")];
  return edges.map((edge, at) => cell(at, edge, columns[at]?.align ?? "left"));
}

function rowHeight(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight(SIZES.table) + 2 * PAD;
}

/** Draws as many lines of the row as the page holds, and the rest on the pages after it. */
function drawRow(sheet: Sheet, cells: readonly Cell[], element: Struct, turn: () => void): void {
  const step = lineHeight(SIZES.table);
  if (rowHeight(cells) > sheet.room) turn();
  const elements = cells.map(() => sheet.struct("TD", element));
  let [from, left] = [0, Math.max(...cells.map(({ lines }) => lines.length))];
  while (left > 0) {
    const fits = Math.max(1, Math.floor((sheet.room - 2 * PAD) / step));
    const count = Math.min(left, fits);
    const height = count * step + 2 * PAD;
    cells.forEach(({ lines, x, width, align }, column) => {
      lines.slice(from, from + count).forEach((line, at) => {
        const spot = { x: x + PAD, width: width - 2 * PAD, y: sheet.y + PAD + at * step, align };
        const struct = elements[column];
        if (struct) sheet.line(struct, line, SIZES.table, spot);
      });
    });
    frame(sheet, cells, sheet.y, height);
    sheet.y += height;
    from += count;
    left -= count;
    if (left > 0) turn();
  }
  element.end();
}

function frame(sheet: Sheet, cells: readonly Edge[], y: number, height: number): void {
  sheet.artifact("Layout", () => {
    sheet.doc.lineWidth(WEIGHT);
    for (const { x, width } of cells) sheet.doc.rect(x, y, width, height);
    sheet.doc.stroke("black");
  });
}

type Head = { cells: readonly (readonly HeadCell[])[]; height: number };

/** One line of column titles, or two when some columns have a heading in common. */
function headOf(sheet: Sheet, { columns }: TableBlock, edges: readonly Edge[]): Head {
  const titled = (text: string, edge: Edge): Cell => ({
    ...edge,
    align: "center",
    lines: sheet.lines([{ text, bold: true }], SIZES.tableHead, edge.width - 2 * PAD),
  });
  const high = (cells: readonly Cell[]) =>
    Math.max(0, ...cells.map(({ lines }) => lines.length)) * lineHeight(SIZES.tableHead) + 2 * PAD;
  const groups = columnGroups(columns);
  const titles = columns.map(({ title }, at) => titled(title, edges[at] ?? { x: 0, width: 0 }));
  if (groups.every(({ group }) => group === null)) {
    const height = high(titles);
    return { cells: [titles.map((cell) => ({ ...cell, y: 0, height }))], height };
  }
  const above = groups.map(({ group, from, count }) => {
    const width = edges.slice(from, from + count).reduce((sum, edge) => sum + edge.width, 0);
    return { group, cell: titled(group ?? columns[from]?.title ?? "", { x: edges[from]?.x ?? 0, width }) };
  });
  const grouped = titles.filter((_, at) => columns[at]?.group !== undefined);
  const upper = high(above.filter(({ group }) => group !== null).map(({ cell }) => cell));
  const lower = Math.max(
    high(grouped),
    high(above.filter(({ group }) => group === null).map(({ cell }) => cell)) - upper,
  );
  return {
    height: upper + lower,
    cells: [
      above.map(({ group, cell }) => ({ ...cell, y: 0, height: group === null ? upper + lower : upper })),
      grouped.map((cell) => ({ ...cell, y: upper, height: lower })),
    ],
  };
}

/** Named as the table's head once; on later pages it is an artifact of the page. */
function drawHead(sheet: Sheet, { cells, height }: Head, table: Struct | null): void {
  const step = lineHeight(SIZES.tableHead);
  const top = sheet.y;
  const scope: PDFKit.Mixins.StructureElementOptions & { scope: string } = { scope: "Column" };
  for (const line of cells) {
    const row = table && sheet.struct("TR", table);
    for (const { x, width, y, height: high, lines } of line) {
      const element = row && sheet.struct("TH", row, scope);
      const start = top + y + Math.max(PAD, (high - lines.length * step) / 2);
      lines.forEach((each, at) => {
        const spot = { x: x + PAD, width: width - 2 * PAD, y: start + at * step, align: "center" } as const;
        if (element) sheet.line(element, each, SIZES.tableHead, spot);
        else sheet.artifact("Pagination", () => sheet.draw(each, SIZES.tableHead, spot));
      });
      frame(sheet, [{ x, width }], top + y, high);
    }
    row?.end();
  }
  sheet.y = top + height;
}
