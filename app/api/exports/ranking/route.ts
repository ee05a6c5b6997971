import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { now } from "@/lib/clock";
import { handOver } from "@/lib/exports/hand-over";
import { currentLocale } from "@/lib/i18n/locale";
import { getRanking } from "@/lib/rankings/queries";
import { rankingOf } from "@/lib/rankings/rules";
import { rankingExportSchema } from "@/lib/rankings/schema";
import { rankingExport } from "@/lib/rankings/view";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = queryOf(new URL(request.url).searchParams);
  const { format, agency, year, month, ...state } = parseStrictly(rankingExportSchema, query);
  const place = { agency, year, month };
  const basis = await getRanking(actor, place);
  const ranked = rankingOf(basis, state);
  const table = rankingExport(basis.board, ranked, state, await currentLocale(), now());
  return handOver(actor, table, format, { table: "ranking", ...place });
});
