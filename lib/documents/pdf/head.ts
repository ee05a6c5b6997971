import { documentsText } from "@/lib/i18n/documents";
import { HEAD_SPLIT, points, SIZES } from "../layout";
import { placeAndDate, recipientLines, runsOf } from "../rules";
import type { DocumentHead, OfficialDocument, Run, Signature } from "../types";
import type { Line } from "./lines";
import { lineHeight, type Sheet } from "./sheet";

type HeadLine = {
  text: string;
  size: number;
  bold?: boolean;
  italic?: boolean;
  ruled?: number;
  gap?: number;
};

/** The two halves above the title: agency and number; motto, place and date. */
export function drawHead(sheet: Sheet, document: OfficialDocument, head: DocumentHead): void {
  const t = documentsText[document.locale];
  const half = sheet.width * HEAD_SPLIT;
  const left: HeadLine[] = [
    ...(head.superior ? [{ text: head.superior.toLocaleUpperCase("vi"), size: SIZES.agency }] : []),
    { text: head.agency.toLocaleUpperCase("vi"), size: SIZES.agency, bold: true, ruled: 0.4 },
    { text: `${t.number} ${head.number ?? t.openNumber}`, size: SIZES.number, gap: 9 },
  ];
  const right: HeadLine[] = [
    { text: t.republic, size: SIZES.republic, bold: true },
    { text: t.independence, size: SIZES.independence, bold: true, ruled: 1 },
    {
      text: placeAndDate(head.place, head.date, document.locale),
      size: SIZES.date,
      italic: true,
      gap: 9,
    },
  ];
  const top = sheet.y;
  const ends = [
    column(sheet, left, { x: sheet.left, width: half - 6, y: top }),
    column(sheet, right, { x: sheet.left + half, width: sheet.width - half, y: top }),
  ];
  sheet.y = Math.max(...ends) + 14;
}

/** The kind of document and what it is about, with the short line under them. */
export function drawTitle(sheet: Sheet, { title, head, illustrative, locale }: OfficialDocument): void {
  if (illustrative) drawMark(sheet, documentsText[locale].illustrative);
  const lines: HeadLine[] = [
    { text: title.kind.toLocaleUpperCase("vi"), size: SIZES.title, bold: true },
    ...(title.about ? [{ text: title.about, size: SIZES.title, bold: true }] : []),
  ];
  const last = lines.at(-1);
  if (last && head) last.ruled = 0.33;
  sheet.y = column(sheet, lines, { x: sheet.left, width: sheet.width, y: sheet.y }, "H1") + 12;
}

/** Signatures at the right (two: left and right), recipients at the left; kept together on one page. */
export function drawEnding(sheet: Sheet, document: OfficialDocument): void {
  const t = documentsText[document.locale];
  const [first, second] = document.signatures;
  const lines = recipientLines(document);
  if (!first && lines.length === 0) return;
  sheet.moveDown(14);
  sheet.ensure(
    Math.min(sheet.bottom - sheet.top, Math.max(150, lines.length * lineHeight(SIZES.small) + 24)),
  );
  const half = sheet.width / 2;
  const top = sheet.y;
  const at = (side: 0 | 1) => ({ x: sheet.left + side * half, width: half - 8, y: top });
  if (first && second) {
    sheet.y = Math.max(sign(sheet, first, at(0)), sign(sheet, second, at(1))) + 10;
    if (lines.length > 0) sheet.y = recipients(sheet, t.recipients, lines, { ...at(0), y: sheet.y });
    return;
  }
  const below = lines.length > 0 ? recipients(sheet, t.recipients, lines, at(0)) : top;
  sheet.y = Math.max(below, first ? sign(sheet, first, at(1)) : top);
}

type Place = { x: number; width: number; y: number };

function sign(sheet: Sheet, { authority, position, name }: Signature, place: Place): number {
  const lines: HeadLine[] = [
    ...(authority ? [{ text: authority.toLocaleUpperCase("vi"), size: SIZES.body, bold: true }] : []),
    { text: position.toLocaleUpperCase("vi"), size: SIZES.body, bold: true },
    { text: name ?? " ", size: SIZES.body, bold: true, gap: points(25) },
  ];
  return column(sheet, lines, place);
}

function recipients(sheet: Sheet, title: string, lines: readonly string[], place: Place): number {
  const element = sheet.struct("P");
  const title0: Run = { text: title, bold: true, italic: true };
  let y = paragraph(sheet, element, [title0], SIZES.recipientsHead, place);
  for (const line of lines)
    y = paragraph(sheet, sheet.struct("P"), runsOf(line), SIZES.small, { ...place, y });
  return y;
}

function paragraph(
  sheet: Sheet,
  element: ReturnType<Sheet["struct"]>,
  runs: readonly Run[],
  size: number,
  { x, width, y }: Place,
): number {
  let at = y;
  for (const line of sheet.lines(runs, size, width)) {
    if (at + lineHeight(size) > sheet.bottom) {
      sheet.turn();
      at = sheet.y;
    }
    sheet.line(element, line, size, { x, width, y: at, align: "left" });
    at += lineHeight(size);
  }
  return at;
}

/** Centred lines below one another, some with a short rule under them. Gives where they end. */
function column(sheet: Sheet, lines: readonly HeadLine[], { x, width, y }: Place, tag = "P"): number {
  let at = y;
  for (const { text, size, ruled, gap = 0, ...face } of lines) {
    const element = sheet.struct(tag);
    at += gap;
    let widest = 0;
    for (const line of balanced(sheet, runsOf(text, face), size, width)) {
      if (at + lineHeight(size) > sheet.bottom) {
        sheet.turn();
        at = sheet.y;
      }
      sheet.line(element, line, size, { x, width, y: at, align: "center" });
      at += lineHeight(size);
      widest = Math.max(widest, line.width);
    }
    element.end();
    if (ruled) {
      sheet.rule(x + (width - widest * ruled) / 2, at + 3, widest * ruled);
      at += 4;
    }
  }
  return at;
}

/** As few lines as the width asks for, of about the same length. */
function balanced(sheet: Sheet, runs: readonly Run[], size: number, width: number): Line[] {
  let lines = sheet.lines(runs, size, width);
  for (let narrower = width * 0.95; lines.length > 1 && narrower > width * 0.4; narrower -= width * 0.05) {
    const tried = sheet.lines(runs, size, narrower);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** "Số liệu minh họa" in a frame: what follows is generated. */
function drawMark(sheet: Sheet, text: string): void {
  const size = SIZES.small;
  const [line] = sheet.lines([{ text, bold: true }], size, sheet.width);
  if (!line) return;
  const [width, height] = [line.width + 16, lineHeight(size) + 6];
  const x = sheet.left + (sheet.width - width) / 2;
  sheet.artifact("Layout", () => {
    sheet.doc.rect(x, sheet.y, width, height).lineWidth(0.8).stroke("black");
  });
  sheet.line(sheet.struct("P"), line, size, { x, width, y: sheet.y + 3, align: "center" });
  sheet.y += height + 10;
}
