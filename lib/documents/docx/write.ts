import type { ISectionOptions } from "docx";
import { documentsText } from "@/lib/i18n/documents";
import { FACES, marginsOf, PAPER, points, SIZES } from "../layout";
import { plainDocument } from "../rules";
import type { OfficialDocument } from "../types";
import { bodyOf } from "./blocks";
import { endingOf, headOf, titleOf } from "./head";
import { bare, type Docx, twips } from "./text";

/** The document as an editable .docx file. */
export async function docxOf(original: OfficialDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = plainDocument(original);
  const docx = await import("docx");
  const { kind, about } = document.title;
  const margins = marginsOf(document);
  const isWide = document.orientation === "landscape";
  const width = points((isWide ? PAPER.height : PAPER.width) - margins.left - margins.right);
  const language = document.locale === "vi" ? "vi-VN" : "en-GB";
  const file = new docx.Document({
    title: about ? `${kind}: ${about}` : kind,
    creator: document.head?.agency ?? "Thi đua THADS",
    styles: {
      default: {
        document: {
          run: { font: FACES.named, size: SIZES.body * 2, color: "000000", language: { value: language } },
          paragraph: { spacing: { line: 264 } },
        },
      },
    },
    sections: [sectionOf(docx, document, width, isWide)],
  });
  const overrides = [{ path: "word/fontTable.xml", data: fontTable }];
  const bytes = await docx.Packer.toBuffer(file, undefined, overrides);
  return new Uint8Array(bytes);
}

function sectionOf(docx: Docx, document: OfficialDocument, width: number, isWide: boolean): ISectionOptions {
  const t = documentsText[document.locale];
  const margins = marginsOf(document);
  const mm = (value: number) => twips(points(value));
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [
      new docx.TextRun({
        children: [docx.PageNumber.CURRENT],
        size: SIZES.pageNumber * 2,
        font: FACES.named,
      }),
    ],
  });
  const marked = () =>
    new docx.Footer({
      children: [bare(docx, t.illustrative, "center", { size: SIZES.small, italic: true })],
    });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          ...{ width: mm(PAPER.width), height: mm(PAPER.height) },
          orientation: isWide ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: {
          ...{
            top: mm(margins.top),
            bottom: mm(margins.bottom),
            left: mm(margins.left),
            right: mm(margins.right),
          },
          ...{ header: mm(10), footer: mm(10) },
        },
      },
    },
    headers: { default: new docx.Header({ children: [number] }), first: new docx.Header({ children: [] }) },
    ...(document.illustrative && { footers: { default: marked(), first: marked() } }),
    children: [
      ...(document.head ? [headOf(docx, document, document.head, width)] : []),
      ...titleOf(docx, document, width),
      ...bodyOf(docx, document.body, width, t.target),
      ...endingOf(docx, document, width),
    ],
  };
}

/** The decree's face; where it is not installed, the free one of the same widths stands in. */
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${FACES.named}"><w:altName w:val="${FACES.embedded}"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
