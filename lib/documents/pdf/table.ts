import { tableSizes } from "../layout";
import { columnGroups, columnShares, runsOf } from "../rules";
import type { Align, DocumentRow, TableBlock } from "../types";
import type { Line } from "./lines";
import { lineHeight, type Sheet, type Struct } from "./sheet";

const WEIGHT = 0.5;

type Edge = { x: number; width: number };
type Cell = Edge & { lines: readonly Line[]; align: Align };
type HeadCell = Cell & { y: number; height: number };
type Head = { cells: readonly (readonly HeadCell[])[]; height: number };

/** What every part of the table needs: where to draw, the columns' edges, the sizes. */
type Frame = {
  sheet: Sheet;
  table: TableBlock;
  edges: readonly Edge[];
  head: number;
  body: number;
  pad: number;
};

/** A ruled table; its head is repeated on every page, a row is broken only when no page can hold it. */
export function drawTable(sheet: Sheet, table: TableBlock): void {
  const frame = { sheet, table, edges: edgesOf(sheet, table), ...tableSizes(table) };
  const element = sheet.struct("Table");
  const head = headOf(frame);
  const [first] = table.rows;
  sheet.ensure(head.height + (first ? rowHeight(frame, rowCells(frame, first)) : 0));
  const repeats = head.height < (sheet.bottom - sheet.top) / 2;
  drawHead(frame, head, element);
  for (const row of table.rows) {
    drawRow(frame, rowCells(frame, row), sheet.struct("TR", element), () => {
      sheet.turn();
      if (repeats) drawHead(frame, head, null);
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

function rowCells({ sheet, table, edges, body, pad }: Frame, row: DocumentRow): Cell[] {
  const face = row.kind === "total" || row.kind === "group" ? { bold: true } : {};
  const cell = (at: number, edge: Edge, align: Align): Cell => ({
    ...edge,
    align,
    lines: sheet.lines(runsOf(row.cells[at] ?? "", face), body, edge.width - 2 * pad),
  });
  if (row.kind === "group") return [cell(0, { x: sheet.left, width: sheet.width }, "left")];
  return edges.map((edge, at) => cell(at, edge, table.columns[at]?.align ?? "left"));
}

function rowHeight({ body, pad }: Frame, cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight(body) + 2 * pad;
}

/** Draws as many lines of the row as the page holds, and the rest on the pages after it. */
function drawRow(frame: Frame, cells: readonly Cell[], element: Struct, turn: () => void): void {
  const { sheet, body, pad } = frame;
  const step = lineHeight(body);
  if (rowHeight(frame, cells) > sheet.room) turn();
  const elements = cells.map(() => sheet.struct("TD", element));
  let [from, left] = [0, Math.max(...cells.map(({ lines }) => lines.length))];
  while (left > 0) {
    const fits = Math.max(1, Math.floor((sheet.room - 2 * pad) / step));
    const count = Math.min(left, fits);
    const height = count * step + 2 * pad;
    cells.forEach(({ lines, x, width, align }, column) => {
      lines.slice(from, from + count).forEach((line, at) => {
        const spot = { x: x + pad, width: width - 2 * pad, y: sheet.y + pad + at * step, align };
        const struct = elements[column];
        if (struct) sheet.line(struct, line, body, spot);
      });
    });
    rules(sheet, cells, sheet.y, height);
    sheet.y += height;
    from += count;
    left -= count;
    if (left > 0) turn();
  }
  element.end();
}

function rules(sheet: Sheet, cells: readonly Edge[], y: number, height: number): void {
  sheet.artifact("Layout", () => {
    sheet.doc.lineWidth(WEIGHT);
    for (const { x, width } of cells) sheet.doc.rect(x, y, width, height);
    sheet.doc.stroke("black");
  });
}

/** One line of column titles, or two when some columns have a heading in common. */
function headOf({ sheet, table: { columns }, edges, head, pad }: Frame): Head {
  const titled = (text: string, edge: Edge): Cell => ({
    ...edge,
    align: "center",
    lines: sheet.lines([{ text, bold: true }], head, edge.width - 2 * pad),
  });
  const high = (cells: readonly Cell[]) =>
    Math.max(0, ...cells.map(({ lines }) => lines.length)) * lineHeight(head) + 2 * pad;
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
  const [joined, alone] = [above.filter(({ group }) => group), above.filter(({ group }) => !group)];
  const upper = high(joined.map(({ cell }) => cell));
  const lower = Math.max(high(grouped), high(alone.map(({ cell }) => cell)) - upper);
  return {
    height: upper + lower,
    cells: [
      above.map(({ group, cell }) => ({ ...cell, y: 0, height: group === null ? upper + lower : upper })),
      grouped.map((cell) => ({ ...cell, y: upper, height: lower })),
    ],
  };
}

/** Named as the table's head once; on later pages it is an artifact of the page. */
function drawHead({ sheet, head, pad }: Frame, { cells, height }: Head, table: Struct | null): void {
  const step = lineHeight(head);
  const top = sheet.y;
  const scope: PDFKit.Mixins.StructureElementOptions & { scope: string } = { scope: "Column" };
  for (const line of cells) {
    const row = table && sheet.struct("TR", table);
    for (const { x, width, y, height: high, lines } of line) {
      const element = row && sheet.struct("TH", row, scope);
      const start = top + y + Math.max(pad, (high - lines.length * step) / 2);
      lines.forEach((each, at) => {
        const spot = { x: x + pad, width: width - 2 * pad, y: start + at * step, align: "center" } as const;
        if (element) sheet.line(element, each, head, spot);
        else sheet.artifact("Pagination", () => sheet.draw(each, head, spot));
      });
      rules(sheet, [{ x, width }], top + y, high);
    }
    row?.end();
  }
  sheet.y = top + height;
}
