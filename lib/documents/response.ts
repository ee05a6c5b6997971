import { docxOf } from "./docx/write";
import { pdfOf } from "./pdf/write";
import type { DocumentFormat, OfficialDocument } from "./types";

const types: Record<DocumentFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The document as a file to download. */
export async function documentResponse(
  document: OfficialDocument,
  format: DocumentFormat,
  at: Date,
): Promise<Response> {
  const bytes = format === "pdf" ? await pdfOf(document, at) : await docxOf(document);
  return new Response(bytes, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${document.name}.${format}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
