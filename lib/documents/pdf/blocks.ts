import { INDENT, points, SIZES } from "../layout";
import { headingNumbers, runsOf } from "../rules";
import type { Block, DocumentBar, KeyFigure, Rich, Run, TableBlock } from "../types";
import { lineHeight, type Sheet, type Spot, type Struct } from "./sheet";
import { drawTable } from "./table";

const GAP = 5;

/** Draws the body in reading order. */
export function drawBody(sheet: Sheet, body: readonly Block[], words: { target: string }): void {
  const numbers = headingNumbers(body);
  body.forEach((block, at) => {
    drawBlock(sheet, block, { target: words.target, number: numbers[at] ?? "" });
  });
}

type Draws = {
  [Kind in Block["kind"]]: (sheet: Sheet, block: Extract<Block, { kind: Kind }>, words: Words) => void;
};
type Words = { number: string; target: string };

const draws: Draws = {
  heading: (sheet, { text, level }, { number }) => drawHeading(sheet, `${number} ${text}`, level),
  paragraph: (sheet, { text, align }) => drawParagraph(sheet, text, align ?? "justify"),
  list: (sheet, { entries }) => drawList(sheet, entries),
  table: drawTableBlock,
  figures: (sheet, { figures }) => drawFigures(sheet, figures),
  bars: (sheet, { caption, bars }, { target }) => drawBars(sheet, caption, bars, target),
  picture: drawPicture,
  notes: (sheet, { lines }) => drawNotes(sheet, lines),
  "page-break": (sheet) => sheet.turn(),
};

function drawBlock<Kind extends Block["kind"]>(
  sheet: Sheet,
  block: Extract<Block, { kind: Kind }>,
  words: Words,
): void {
  draws[block.kind as Kind](sheet, block, words);
}

function drawTableBlock(sheet: Sheet, table: TableBlock): void {
  const { caption, unit } = table;
  if (caption) drawFlow(sheet, [{ text: caption, bold: true }], { align: "center", keep: 60 });
  const small: Flow = { align: "right", size: SIZES.small, keep: 60 };
  if (unit) drawFlow(sheet, [{ text: unit, italic: true }], small);
  drawTable(sheet, table);
  sheet.moveDown(GAP + 3);
}

type Flow = {
  align: Spot["align"];
  size?: number;
  indent?: number;
  hang?: number;
  tag?: string;
  /** Space that must follow on the same page. */
  keep?: number;
  after?: number;
};

/** Lines of text down the page and over to the next; a page never begins or ends with a lonely line of many. */
function drawFlow(sheet: Sheet, runs: readonly Run[], flow: Flow, parent?: Struct): void {
  const { align, size = sheet.body, indent = 0, hang = 0, tag = "P", keep = 0, after = GAP } = flow;
  const step = lineHeight(size);
  const width = sheet.width - hang;
  const lines = sheet.lines(runs, size, width, indent);
  const element = sheet.struct(tag, parent);
  sheet.ensure(Math.min(lines.length, 2) * step + keep);
  lines.forEach((line, at) => {
    const isBeforeLast = at === lines.length - 2 && at > 0;
    sheet.ensure(isBeforeLast && sheet.room < 2 * step ? 2 * step : step);
    const shift = hang + (at === 0 ? indent : 0);
    sheet.line(element, line, size, { x: sheet.left + shift, width: sheet.width - shift, y: sheet.y, align });
    sheet.y += step;
  });
  element.end();
  sheet.moveDown(after);
}

function drawHeading(sheet: Sheet, text: string, level: 1 | 2 | 3): void {
  sheet.moveDown(level === 1 ? 6 : 2);
  const flow: Flow = { align: "left", tag: `H${level + 1}`, keep: 2 * lineHeight(sheet.body) };
  drawFlow(sheet, [{ text, bold: true, italic: level === 3 }], { ...flow, indent: points(INDENT) });
}

function drawParagraph(sheet: Sheet, text: Rich, align: Spot["align"]): void {
  drawFlow(sheet, runsOf(text), { align, indent: align === "justify" ? points(INDENT) : 0 });
}

function drawList(sheet: Sheet, entries: readonly Rich[]): void {
  const list = sheet.struct("L");
  for (const entry of entries) {
    const runs = [{ text: "- " }, ...runsOf(entry)];
    const element = sheet.struct("LI", list);
    drawFlow(sheet, runs, { align: "justify", indent: points(INDENT), tag: "LBody", after: 3 }, element);
    element.end();
  }
  list.end();
  sheet.moveDown(GAP - 3);
}

/** Up to four figures beside each other, each a large value over its label. */
function drawFigures(sheet: Sheet, figures: readonly KeyFigure[]): void {
  sheet.moveDown(3);
  for (let from = 0; from < figures.length; from += 4) {
    const row = figures.slice(from, from + 4);
    const width = sheet.width / row.length;
    const texts = row.map(({ value, label, note }) =>
      [
        { runs: [{ text: value, bold: true }], size: SIZES.figure },
        { runs: [{ text: label }], size: SIZES.small },
        ...(note ? [{ runs: [{ text: note, italic: true }], size: SIZES.small }] : []),
      ].map(({ runs, size }) => ({ size, lines: sheet.lines(runs, size, width - 12) })),
    );
    const heights = texts.map((parts) =>
      parts.reduce((sum, { size, lines }) => sum + lines.length * lineHeight(size), 0),
    );
    const height = Math.max(...heights) + 10;
    sheet.ensure(height);
    texts.forEach((parts, at) => {
      const x = sheet.left + at * width;
      let y = sheet.y + 5;
      const element = sheet.struct("P");
      for (const { size, lines } of parts) {
        for (const line of lines) {
          sheet.line(element, line, size, { x: x + 6, width: width - 12, y, align: "center" });
          y += lineHeight(size);
        }
      }
      element.end();
      sheet.artifact("Layout", () => {
        sheet.doc.rect(x, sheet.y, width, height).lineWidth(0.5).stroke("black");
      });
    });
    sheet.y += height;
  }
  sheet.moveDown(GAP + 3);
}

/** Horizontal bars from zero with their values written beside them; the target as an upright line. */
function drawBars(sheet: Sheet, caption: string, bars: readonly DocumentBar[], target: string): void {
  drawFlow(sheet, [{ text: caption, bold: true }], { align: "left", keep: 40 });
  const [names, values] = [sheet.width * 0.36, sheet.width * 0.16];
  const whole = sheet.width - names - values;
  const size = SIZES.tableHead;
  const within = (share: number) => Math.min(1, Math.max(0, share)) * whole;
  for (const { label, value, share, target: goal } of bars) {
    const lines = sheet.lines([{ text: label }], size, names - 8);
    const height = lines.length * lineHeight(size) + 4;
    sheet.ensure(height);
    const element = sheet.struct("P");
    lines.forEach((line, at) => {
      const y = sheet.y + 2 + at * lineHeight(size);
      sheet.line(element, line, size, { x: sheet.left, width: names - 8, y, align: "left" });
    });
    const [shown] = sheet.lines([{ text: value, bold: true }], size, values);
    const spot = { x: sheet.left + names + whole, width: values, y: sheet.y + 2, align: "right" } as const;
    if (shown) sheet.line(element, shown, size, spot);
    element.end();
    sheet.artifact("Layout", () => {
      const [x, y] = [sheet.left + names, sheet.y + 3];
      sheet.doc.rect(x, y, within(share), lineHeight(size) - 2).fill("#5b6470");
      if (goal !== undefined)
        sheet.doc.rect(x + within(goal) - 0.6, y - 3, 1.2, lineHeight(size) + 4).fill("black");
      sheet.doc.fillColor("black");
    });
    sheet.y += height;
  }
  const isAimed = bars.some((bar) => bar.target !== undefined);
  if (isAimed)
    drawFlow(sheet, [{ text: target, italic: true }], { align: "left", size: SIZES.small, after: 0 });
  sheet.moveDown(GAP + 3);
}

function drawPicture(sheet: Sheet, picture: Extract<Block, { kind: "picture" }>): void {
  const { width: across, height: high, widthMm } = picture.size;
  const most = sheet.bottom - sheet.top - 40;
  const width = Math.min(points(widthMm), sheet.width, (most * across) / high);
  const height = (width * high) / across;
  sheet.ensure(height + (picture.caption ? 24 : 0));
  const element = sheet.struct("Figure", sheet.root, { alt: picture.alt });
  const content = sheet.doc.markStructureContent("Figure");
  sheet.doc.image(Buffer.from(picture.bytes), sheet.left + (sheet.width - width) / 2, sheet.y, {
    width,
    height,
  });
  sheet.doc.endMarkedContent();
  element.add(content);
  element.end();
  sheet.y += height + 4;
  if (picture.caption) {
    drawFlow(sheet, [{ text: picture.caption, italic: true }], { align: "center", size: SIZES.small });
  }
  sheet.moveDown(GAP);
}

/** Small lines under a short rule. */
function drawNotes(sheet: Sheet, lines: readonly string[]): void {
  sheet.moveDown(4);
  sheet.ensure(2 * lineHeight(SIZES.small));
  sheet.rule(sheet.left, sheet.y, points(40), 0.5);
  sheet.y += 4;
  for (const text of lines)
    drawFlow(sheet, [{ text }], { align: "left", size: SIZES.small, after: 2, tag: "Note" });
  sheet.moveDown(GAP);
}
