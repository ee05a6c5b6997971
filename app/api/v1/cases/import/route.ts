import { apiRoute, json } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { importCaseFile } from "@/lib/cases/imports/queries";
import { caseImportQuery } from "@/lib/cases/imports/schema";
import { caseImportBody, textChunks } from "@/lib/cases/imports/view";
import { queryOf } from "@/lib/scoreboard/schema";

/** A CSV of cases or of events, read as it comes; every problem at once, nothing written while there is one. */
export const POST = apiRoute(async ({ actor, request }) => {
  const { dryRun, illustrative } = parseStrictly(caseImportQuery, queryOf(new URL(request.url).searchParams));
  const chunks = textChunks(request.body);
  const report = await importCaseFile(actor, { chunks, fileName: "api", dryRun, illustrative });
  return json(caseImportBody(report), report.issueCount > 0 ? 422 : 200);
});
