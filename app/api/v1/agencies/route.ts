import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf } from "@/lib/agencies/rules";
import { asOfQuery } from "@/lib/agencies/schema";
import { agencyBody } from "@/lib/agencies/view";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";

export const GET = apiRoute(async ({ request }) => {
  const query = parseStrictly(asOfQuery, Object.fromEntries(new URL(request.url).searchParams));
  const asOf = query.asOf ?? dayOfInstant(now());
  const organisation = await getOrganisation();
  const agencies = agenciesAsOf(organisation, asOf).sort((a, b) => a.code.localeCompare(b.code));
  return { asOf, agencies: agencies.map((agency) => agencyBody(agency, organisation)) };
});
