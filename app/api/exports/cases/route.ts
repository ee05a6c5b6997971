import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { exportCases, exportOwnCases } from "@/lib/cases/list/operations";
import { listForFile } from "@/lib/cases/list/queries";
import { listExport } from "@/lib/cases/list/schema";
import { caseListExport } from "@/lib/cases/list/view";
import { now } from "@/lib/clock";
import { fileResponse } from "@/lib/exports/response";
import { currentLocale } from "@/lib/i18n/locale";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const { format, ...state } = parseStrictly(listExport, queryOf(new URL(request.url).searchParams));
  const { cases, isCut, ...place } = await listForFile(actor, state);
  const table = caseListExport({ place, cases, isCut }, await currentLocale(), now());
  const operation = place.isOwnOnly ? exportOwnCases : exportCases;
  await perform(operation, actor, { agency: place.agency, format, rows: cases.length });
  return fileResponse(table, format);
});
