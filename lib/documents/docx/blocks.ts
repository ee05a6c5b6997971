import type { FileChild } from "docx";
import { INDENT, points, SIZES } from "../layout";
import { headingNumbers } from "../rules";
import type { Block, DocumentBar, KeyFigure, Rich, TableBlock } from "../types";
import { openTable, tableOf } from "./table";
import { alignmentOf, bare, type Docx, type Face, textRuns, twips } from "./text";

type Place = { docx: Docx; width: number; number: string; target: string };
type Writes = {
  [Kind in Block["kind"]]: (place: Place, block: Extract<Block, { kind: Kind }>) => FileChild[];
};

/** The body in reading order. */
export function bodyOf(docx: Docx, body: readonly Block[], width: number, target: string): FileChild[] {
  const numbers = headingNumbers(body);
  return body.flatMap((block, at) => blockOf({ docx, width, target, number: numbers[at] ?? "" }, block));
}

function blockOf<Kind extends Block["kind"]>(
  place: Place,
  block: Extract<Block, { kind: Kind }>,
): FileChild[] {
  return writes[block.kind as Kind](place, block);
}

const writes: Writes = {
  heading: ({ docx, number }, { level, text }) => [
    new docx.Paragraph({
      heading:
        [docx.HeadingLevel.HEADING_1, docx.HeadingLevel.HEADING_2, docx.HeadingLevel.HEADING_3][level - 1] ??
        docx.HeadingLevel.HEADING_3,
      keepNext: true,
      indent: { firstLine: twips(points(INDENT)) },
      spacing: { before: 120, after: 80 },
      children: textRuns(docx, `${number} ${text}`, { bold: true, italic: level === 3 }),
    }),
  ],
  paragraph: ({ docx }, { text, align }) => [flow(docx, text, align ?? "justify")],
  list: ({ docx }, { entries }) =>
    entries.map((entry) =>
      flow(docx, [{ text: "- " }, ...(typeof entry === "string" ? [{ text: entry }] : entry)], "justify"),
    ),
  table: tableBlock,
  figures: ({ docx, width }, { figures }) => figuresOf(docx, figures, width),
  bars: ({ docx, width, target }, { caption, bars }) => barsOf(docx, caption, bars, width, target),
  picture: pictureOf,
  notes: ({ docx }, { lines }) => notesOf(docx, lines),
  "page-break": ({ docx }) => [new docx.Paragraph({ children: [new docx.PageBreak()] })],
};

function flow(
  docx: Docx,
  text: Rich,
  align: "left" | "right" | "center" | "justify",
  face: Face = {},
): FileChild {
  return new docx.Paragraph({
    alignment: alignmentOf(docx, align),
    spacing: { before: 0, after: 100 },
    ...(align === "justify" && { indent: { firstLine: twips(points(INDENT)) } }),
    children: textRuns(docx, text, face),
  });
}

function tableBlock({ docx, width }: Place, table: TableBlock): FileChild[] {
  const keep = (text: string, align: "center" | "right", face: Face) =>
    new docx.Paragraph({
      alignment: alignmentOf(docx, align),
      keepNext: true,
      spacing: { before: 60, after: 60 },
      children: textRuns(docx, text, face),
    });
  return [
    ...(table.caption ? [keep(table.caption, "center", { bold: true })] : []),
    ...(table.unit ? [keep(table.unit, "right", { italic: true, size: SIZES.small })] : []),
    tableOf(docx, table, width),
    bare(docx, "", "left", { size: SIZES.small }),
  ];
}

function figuresOf(docx: Docx, figures: readonly KeyFigure[], width: number): FileChild[] {
  const rows = Array.from({ length: Math.ceil(figures.length / 4) }, (_, at) =>
    figures.slice(at * 4, at * 4 + 4),
  );
  return rows.flatMap((row) => [
    openTable(
      docx,
      row.map(({ value, label, note }) => ({
        width: width / row.length,
        ruled: true,
        children: [
          bare(docx, value, "center", { size: SIZES.figure, bold: true }),
          bare(docx, label, "center", { size: SIZES.small }),
          ...(note ? [bare(docx, note, "center", { size: SIZES.small, italic: true })] : []),
        ],
      })),
    ),
    bare(docx, "", "left", { size: SIZES.small }),
  ]);
}

/** Each bar is a row of cells: its name, the bar as a dark cell, the rest, the value; the target is a cell's edge. */
function barsOf(
  docx: Docx,
  caption: string,
  bars: readonly DocumentBar[],
  width: number,
  target: string,
): FileChild[] {
  const [names, values] = [width * 0.36, width * 0.16];
  const small = { size: SIZES.tableHead };
  const rows = bars.map((bar) =>
    openTable(docx, [
      { width: names, children: [bare(docx, bar.label, "left", small)] },
      ...barParts(bar).map(({ share, ...look }) => ({
        ...{ width: share * (width - names - values), children: [bare(docx, "", "left", small)] },
        ...look,
      })),
      { width: values, children: [bare(docx, bar.value, "right", { ...small, bold: true })] },
    ]),
  );
  const isAimed = bars.some((bar) => bar.target !== undefined);
  return [
    flow(docx, caption, "left", { bold: true }),
    ...rows.flatMap((row) => [row, bare(docx, "", "left", { size: 2 })]),
    ...(isAimed ? [flow(docx, target, "left", { italic: true, size: SIZES.small })] : []),
    bare(docx, "", "left", { size: SIZES.small }),
  ];
}

/** The bar's length cut at its end and at the target. */
function barParts({ share, target }: DocumentBar): { share: number; dark: boolean; marked: boolean }[] {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const ends = [...new Set([within(share), ...(target === undefined ? [] : [within(target)]), 1])].sort(
    (a, b) => a - b,
  );
  return ends
    .map((end, at) => ({
      share: end - (ends[at - 1] ?? 0),
      dark: end <= within(share),
      marked: target !== undefined && end === within(target),
    }))
    .filter((part) => part.share > 0);
}

function pictureOf({ docx, width }: Place, picture: Extract<Block, { kind: "picture" }>): FileChild[] {
  const { width: across, height: high, widthMm } = picture.size;
  const shown = Math.min(points(widthMm), width, (650 * across) / high);
  // The library counts pictures in pixels of 1/96 inch.
  const pixels = (shown * 96) / 72;
  const image = new docx.ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: Math.round(pixels), height: Math.round((pixels * high) / across) },
    altText: { name: picture.alt, title: picture.alt, description: picture.alt },
  });
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: 60, after: 60 },
      children: [image],
    }),
    ...(picture.caption ? [flow(docx, picture.caption, "center", { italic: true, size: SIZES.small })] : []),
  ];
}

function notesOf(docx: Docx, lines: readonly string[]): FileChild[] {
  return lines.map(
    (line, at) =>
      new docx.Paragraph({
        spacing: { before: at === 0 ? 120 : 0, after: 40 },
        ...(at === 0 && {
          border: { top: { style: docx.BorderStyle.SINGLE, size: 4, color: "000000", space: 3 } },
        }),
        children: textRuns(docx, line, { size: SIZES.small }),
      }),
  );
}
