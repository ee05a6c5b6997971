import type { Paragraph } from "docx";
import { documentsText } from "@/lib/i18n/documents";
import { HEAD_SPLIT, points, SIZES } from "../layout";
import { placeAndDate, recipientLines } from "../rules";
import type { DocumentHead, OfficialDocument, Signature } from "../types";
import { openTable } from "./table";
import { bare, type Docx, textRuns, twips } from "./text";

/** The two halves above the title: agency and number; motto, place and date. */
export function headOf(docx: Docx, document: OfficialDocument, head: DocumentHead, width: number) {
  const t = documentsText[document.locale];
  const bold = { bold: true };
  const agency = { size: SIZES.agency };
  const left = [
    ...(head.superior ? [bare(docx, head.superior.toLocaleUpperCase("vi"), "center", agency)] : []),
    bare(docx, head.agency.toLocaleUpperCase("vi"), "center", { ...agency, ...bold }),
    ruleOf(docx, 0.33 * width * HEAD_SPLIT, width * HEAD_SPLIT),
    bare(docx, `${t.number} ${head.number ?? t.openNumber}`, "center", { size: SIZES.number, before: 4 }),
  ];
  const right = [
    bare(docx, t.republic, "center", { size: SIZES.republic, ...bold }),
    bare(docx, t.independence, "center", { size: SIZES.independence, ...bold }),
    ruleOf(docx, points(52), width * (1 - HEAD_SPLIT)),
    bare(docx, placeAndDate(head.place, head.date, document.locale), "center", {
      ...{ size: SIZES.date, italic: true, before: 4 },
    }),
  ];
  return openTable(docx, [
    { width: width * HEAD_SPLIT, children: left },
    { width: width * (1 - HEAD_SPLIT), children: right },
  ]);
}

/** The short line under agency, motto and title: a paragraph with an upper border, indented on both sides. */
function ruleOf(docx: Docx, length: number, within: number): Paragraph {
  const side = twips((within - length) / 2);
  return new docx.Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 20, after: 0, line: 60, lineRule: docx.LineRuleType.EXACT },
    border: { top: { style: docx.BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } },
    children: [],
  });
}

/** The mark of generated data, the kind of document, what it is about, and to whom. */
export function titleOf(docx: Docx, document: OfficialDocument, width: number): Paragraph[] {
  const { title, head, illustrative, addressees = [] } = document;
  const t = documentsText[document.locale];
  const face = { size: SIZES.title, bold: true };
  const heading = (text: string, before: number) =>
    new docx.Paragraph({
      heading: docx.HeadingLevel.TITLE,
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: twips(before), after: 0 },
      children: textRuns(docx, text, face),
    });
  const [first, ...more] = addressees;
  const addressed =
    more.length === 0 && first
      ? [`${t.addressed} ${first}`]
      : first
        ? [t.addressed, ...addressees.map((each) => `- ${each}`)]
        : [];
  return [
    ...(illustrative ? [markOf(docx, t.illustrative, width)] : []),
    heading(title.kind.toLocaleUpperCase("vi"), 12),
    ...(title.about ? [heading(title.about, 0)] : []),
    ...(head ? [ruleOf(docx, width / 4, width)] : []),
    ...addressed.map((text) => bare(docx, text, "center", { before: 6 })),
    new docx.Paragraph({ spacing: { before: 0, after: 60 }, children: [] }),
  ];
}

function markOf(docx: Docx, text: string, width: number): Paragraph {
  const line = { style: docx.BorderStyle.SINGLE, size: 6, color: "000000", space: 3 };
  const side = twips((width - points(45)) / 2);
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 160, after: 0 },
    border: { top: line, bottom: line, left: line, right: line },
    children: textRuns(docx, text, { size: SIZES.small, bold: true }),
  });
}

/** Signatures at the right (two: left and right) and recipients at the left. */
export function endingOf(docx: Docx, document: OfficialDocument, width: number) {
  const [first, second] = document.signatures;
  const lines = recipientLines(document);
  if (!first && lines.length === 0) return [];
  const recipients = [
    ...(lines.length > 0
      ? [
          bare(docx, documentsText[document.locale].recipients, "left", {
            size: SIZES.recipientsHead,
            bold: true,
            italic: true,
          }),
        ]
      : []),
    ...lines.map((line) => bare(docx, line, "left", { size: SIZES.small })),
  ];
  const half = width / 2;
  const pair = (left: Paragraph[], right: Paragraph[]) =>
    openTable(docx, [
      { width: half, children: left.length > 0 ? left : [bare(docx, "", "left")] },
      { width: half, children: right.length > 0 ? right : [bare(docx, "", "left")] },
    ]);
  const gap = bare(docx, "", "left");
  if (first && second) return [gap, pair(signed(docx, first), signed(docx, second)), ...recipients];
  return [gap, pair(recipients, first ? signed(docx, first) : [])];
}

function signed(docx: Docx, { authority, position, name }: Signature): Paragraph[] {
  return [
    ...(authority ? [bare(docx, authority.toLocaleUpperCase("vi"), "center", { bold: true })] : []),
    bare(docx, position.toLocaleUpperCase("vi"), "center", { bold: true }),
    bare(docx, name ?? "", "center", { bold: true, before: points(25) }),
  ];
}
