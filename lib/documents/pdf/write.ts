import { documentsText } from "@/lib/i18n/documents";
import { bodySize, marginsOf, SIZES } from "../layout";
import { plainDocument, runsOf } from "../rules";
import type { OfficialDocument } from "../types";
import { drawBody } from "./blocks";
import { drawEnding, drawHead, drawTitle } from "./head";
import { faceFile, lineHeight, Sheet } from "./sheet";

/** The document as a tagged PDF with embedded faces. The same document at the same instant gives the same bytes. */
export async function pdfOf(original: OfficialDocument, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const document = plainDocument(original);
  const { default: PdfDocument } = await import("pdfkit");
  const doc = new PdfDocument({
    ...{ size: "A4", layout: document.orientation ?? "portrait", pdfVersion: "1.7" },
    ...{ tagged: true, displayTitle: true, lang: document.locale === "vi" ? "vi-VN" : "en" },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    font: faceFile({ bold: false, italic: false }),
    info: { ...infoOf(document), CreationDate: at, ModDate: at },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  draw(doc, document);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function draw(doc: PDFKit.PDFDocument, document: OfficialDocument): void {
  const t = documentsText[document.locale];
  const sheet = new Sheet(
    doc,
    marginsOf(document),
    bodySize(document),
    document.illustrative ? t.illustrative : null,
  );
  if (document.head) drawHead(sheet, document, document.head);
  drawTitle(sheet, document);
  if (document.addressees?.length) drawAddressees(sheet, t.addressed, document.addressees);
  drawBody(sheet, document.body, t);
  drawEnding(sheet, document);
}

function drawAddressees(sheet: Sheet, title: string, addressees: readonly string[]): void {
  const [first = "", ...more] = addressees;
  const texts = more.length === 0 ? [`${title} ${first}`] : [title, ...addressees.map((each) => `- ${each}`)];
  const element = sheet.struct("P");
  for (const text of texts) {
    for (const line of sheet.lines(runsOf(text), SIZES.body, sheet.width)) {
      sheet.ensure(lineHeight(SIZES.body));
      const spot = { x: sheet.left, width: sheet.width, y: sheet.y, align: "center" } as const;
      sheet.line(element, line, SIZES.body, spot);
      sheet.y += lineHeight(SIZES.body);
    }
  }
  element.end();
  sheet.moveDown(8);
}

/** Title and author of the file. pdfkit writes them into XML as they are, so they keep no character that XML reads. */
function infoOf({ title, head }: OfficialDocument): PDFKit.DocumentInfo {
  const safe = (text: string) =>
    text.replace(/[<>&\n]/g, (sign) => ({ "<": "‹", ">": "›", "&": "+", "\n": " " })[sign] ?? "");
  const name = safe(title.about ? `${title.kind}: ${title.about}` : title.kind);
  return {
    Title: name,
    Producer: "Thi đua THADS",
    Creator: "Thi đua THADS",
    ...(head && { Author: safe(head.agency) }),
  };
}
