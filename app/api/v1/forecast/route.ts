import { apiRoute, localeOf } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getForecast, listForecasts } from "@/lib/forecasts/queries";
import { forecastSchema } from "@/lib/forecasts/schema";
import { forecastBody } from "@/lib/forecasts/view";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const { children, ...query } = parseStrictly(forecastSchema, queryOf(new URL(request.url).searchParams));
  const locale = localeOf(request);
  const own = forecastBody(await getForecast(actor, query), locale);
  if (!children) return own;
  const below = await listForecasts(actor, query);
  return { ...own, children: below.map((each) => forecastBody(each, locale)) };
});
