import type { ParagraphChild } from "docx";
import { FACES, SIZES } from "../layout";
import { runsOf } from "../rules";
import type { Align, Rich, Run } from "../types";

/** The writer of .docx files, loaded when the first one is asked for. */
export type Docx = typeof import("docx");

export type Face = { size?: number; bold?: boolean; italic?: boolean; pageBreakBefore?: boolean };

/** Runs of text in the decree's face; line feeds become line breaks. */
export function textRuns(
  docx: Docx,
  text: Rich,
  { size = SIZES.body, ...face }: Face = {},
): ParagraphChild[] {
  return runsOf(text, pick(face)).flatMap(({ text: whole, bold = false, italic = false }) =>
    whole.split("\n").map(
      (line, at) =>
        new docx.TextRun({
          text: line,
          bold,
          italics: italic,
          size: size * 2,
          font: FACES.named,
          break: at > 0 ? 1 : 0,
        }),
    ),
  );
}

function pick({ bold, italic }: Face): Omit<Run, "text"> {
  return { ...(bold && { bold }), ...(italic && { italic }) };
}

/** Points as twentieths, which Word counts in. */
export function twips(inPoints: number): number {
  return Math.round(inPoints * 20);
}

/** Word's name of an alignment. */
export function alignmentOf(docx: Docx, align: Align | "justify") {
  const { LEFT, RIGHT, CENTER, JUSTIFIED } = docx.AlignmentType;
  return { left: LEFT, right: RIGHT, center: CENTER, justify: JUSTIFIED }[align];
}

/** One paragraph without space around it, as cells and the head want it. */
export function bare(docx: Docx, text: Rich, align: Align, face: Face & { before?: number } = {}) {
  const { before = 0, ...rest } = face;
  return new docx.Paragraph({
    alignment: alignmentOf(docx, align),
    spacing: { before: twips(before), after: 0 },
    children: textRuns(docx, text, rest),
  });
}
