import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getReconciliation } from "@/lib/cases/reconciliation/queries";
import { reconciliationBody } from "@/lib/cases/reconciliation/view";
import { formQuery } from "@/lib/cases/register/schema";
import { queryOf } from "@/lib/scoreboard/schema";

export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(formQuery, queryOf(new URL(request.url).searchParams));
  return reconciliationBody(await getReconciliation(actor, query));
});
