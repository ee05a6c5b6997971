import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { now } from "@/lib/clock";
import { handOver } from "@/lib/exports/hand-over";
import { currentLocale } from "@/lib/i18n/locale";
import { queryOf } from "@/lib/scoreboard/schema";
import { getStandings } from "@/lib/standings/queries";
import { standingsExportSchema } from "@/lib/standings/schema";
import { standingsExport } from "@/lib/standings/view";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = queryOf(new URL(request.url).searchParams);
  const { format, ...place } = parseStrictly(standingsExportSchema, query);
  const standings = await getStandings(actor, place);
  const table = standingsExport(standings, await currentLocale(), now());
  return handOver(actor, table, format, { table: "indicators", ...place });
});
