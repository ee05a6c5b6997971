import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { now } from "@/lib/clock";
import { getComparison } from "@/lib/comparisons/queries";
import { comparisonExportSchema } from "@/lib/comparisons/schema";
import { comparisonExport } from "@/lib/comparisons/tables/view";
import { handOver } from "@/lib/exports/hand-over";
import { currentLocale } from "@/lib/i18n/locale";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = queryOf(new URL(request.url).searchParams);
  const { format, part, ...asked } = parseStrictly(comparisonExportSchema, query);
  const comparison = await getComparison(actor, asked);
  const table = comparisonExport(comparison, part, await currentLocale(), now());
  const { year, month } = asked;
  const [agency, ...others] = comparison.chosen.map(({ board }) => board.root.agency);
  const handed = { agency: agency ?? asked.agencies[0], others, year, month };
  return handOver(actor, table, format, { table: "comparison", ...handed });
});
