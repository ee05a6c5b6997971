import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import { now } from "@/lib/clock";
import { exportTable } from "@/lib/exports/operations";
import { fileResponse } from "@/lib/exports/response";
import { currentLocale } from "@/lib/i18n/locale";
import { overviewExport } from "@/lib/overview/export/view";
import { getOverview } from "@/lib/overview/queries";
import { overviewExportSchema, overviewQuery } from "@/lib/overview/schema";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const { format, ...asked } = parseStrictly(
    overviewExportSchema,
    queryOf(new URL(request.url).searchParams),
  );
  const { agency, year, month } = asked;
  const overview = await getOverview(actor, overviewQuery(asked));
  const table = overviewExport(overview, asked, await currentLocale(), now());
  await perform(exportTable, actor, {
    table: "overview",
    agency,
    year,
    month,
    format,
    rows: table.rows.length,
  });
  return fileResponse(table, format);
});
