import { apiRoute, localeOf } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { queryOf } from "@/lib/scoreboard/schema";
import { getSeries } from "@/lib/series/queries";
import { seriesSchema } from "@/lib/series/schema";
import { seriesBody } from "@/lib/series/view";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(seriesSchema, queryOf(new URL(request.url).searchParams));
  return seriesBody(await getSeries(actor, query), localeOf(request));
});
