import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { importCaseFile } from "@/lib/cases/imports/queries";
import { caseImportQuery } from "@/lib/cases/imports/schema";
import { textChunks } from "@/lib/cases/imports/view";
import { LINES, linesOf } from "@/lib/cases/lines/view";
import { caseImportPageText } from "@/lib/i18n/case-import-page";
import { queryOf } from "@/lib/scoreboard/schema";

/** The same import for a page that shows how far it is: JSON lines of progress, the last one the report. */
export const POST = apiRoute(async ({ actor, request }) => {
  const asked = parseStrictly(caseImportQuery, queryOf(new URL(request.url).searchParams));
  const given = { ...asked, chunks: textChunks(request.body), fileName: "page" };
  const { vi, en } = caseImportPageText;
  const lines = linesOf((progress) => importCaseFile(actor, { ...given, progress }), {
    ...{ vi: vi.failed, en: en.failed },
  });
  return new Response(lines, { headers: { "content-type": LINES, "cache-control": "no-store" } });
});
