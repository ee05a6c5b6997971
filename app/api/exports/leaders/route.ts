import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { now } from "@/lib/clock";
import { exportTable } from "@/lib/exports/operations";
import { fileResponse } from "@/lib/exports/response";
import { currentLocale } from "@/lib/i18n/locale";
import { leadersExport } from "@/lib/scoreboard/export/view";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { boardQuery, exportSchema, queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const { format, ...state } = parseStrictly(exportSchema, queryOf(new URL(request.url).searchParams));
  const { agency, year, month } = state;
  const board = await getScoreboard(actor, boardQuery(state));
  const table = leadersExport(board, state, await currentLocale(), now());
  await perform(exportTable, actor, {
    table: "leaders",
    agency,
    year,
    month,
    format,
    rows: table.rows.length,
  });
  return fileResponse(table, format);
});
