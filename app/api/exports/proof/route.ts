import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { now } from "@/lib/clock";
import { documentResponse } from "@/lib/documents/response";
import { exportTable } from "@/lib/exports/operations";
import { currentLocale } from "@/lib/i18n/locale";
import { getProofSheet } from "@/lib/proofs/sheet/queries";
import { sheetSchema } from "@/lib/proofs/sheet/schema";
import { proofSheet } from "@/lib/proofs/sheet/view";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(sheetSchema, queryOf(new URL(request.url).searchParams));
  const { agency, year, month } = query;
  const sheet = await getProofSheet(actor, query);
  const at = now();
  const file = await documentResponse(proofSheet(sheet, await currentLocale(), at), "pdf", at);
  const rows = sheet.stated.inputs.length;
  await perform(exportTable, actor, { table: "proof", agency, year, month, format: "pdf", rows });
  return file;
});
