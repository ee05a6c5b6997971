import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { now } from "@/lib/clock";
import { handOver } from "@/lib/exports/hand-over";
import { currentLocale } from "@/lib/i18n/locale";
import { getPlanBasis } from "@/lib/planning/queries";
import { planned } from "@/lib/planning/rules";
import { planExportSchema } from "@/lib/planning/schema";
import { planExport } from "@/lib/planning/view";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = queryOf(new URL(request.url).searchParams);
  const { format, agency, year, month, ...state } = parseStrictly(planExportSchema, query);
  const place = { agency, year, month };
  const basis = await getPlanBasis(actor, place);
  const plan = planned(basis, { ...place, ...state });
  const table = planExport(basis, plan, await currentLocale(), now());
  return handOver(actor, table, format, { table: "plan", ...place });
});
