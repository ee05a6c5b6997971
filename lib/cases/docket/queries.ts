import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { inViewOf } from "@/lib/db/client";
import { caseRefusals } from "@/lib/i18n/cases";
import { readableCases } from "../register/queries";
import type { Docket, DocketAge, DocketGroup, OfficerLoad } from "../register/types";
import { OPEN_STATES } from "../types";

/** The open docket of an agency, with the units below it when asked: groups, ages, and who carries how much. */
export async function getDocket(
  actor: Actor,
  query: { agency: string; children: boolean; today?: Day },
): Promise<Docket> {
  const { only, units, day } = await readableCases(actor, query.agency);
  if (only !== null) throw new Failure("not-found", caseRefusals.notFound);
  const agencies = query.children ? [...new Set([query.agency, ...units])] : [query.agency];
  const open = [...OPEN_STATES];
  return inViewOf(actor, async (tx) => {
    const groups = await tx.$queryRaw<DocketGroup[]>`
      SELECT category, initiative, state, count(*)::int AS cases, sum(outstanding)::bigint AS outstanding
      FROM enforcement_case WHERE agency_code = ANY (${agencies}) AND state = ANY (${open}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
    const ages = await tx.$queryRaw<DocketAge[]>`
      SELECT (CASE WHEN age < 3 THEN age WHEN age < 5 THEN 3 ELSE 5 END) AS years, count(*)::int AS cases,
        sum(outstanding)::bigint AS outstanding
      FROM (SELECT greatest(0, (${query.today ?? day}::date - entered_on) / 365) AS age, outstanding FROM enforcement_case
        WHERE agency_code = ANY (${agencies}) AND state = ANY (${open})) waiting GROUP BY 1 ORDER BY 1`;
    const officers = await tx.$queryRaw<OfficerLoad[]>`
      SELECT u.login, u.name, count(*)::int AS cases, sum(c.outstanding)::bigint AS outstanding
      FROM enforcement_case c JOIN user_account u ON u.id = c.officer_id
      WHERE c.agency_code = ANY (${agencies}) AND c.state = ANY (${open}) GROUP BY 1, 2 ORDER BY 3 DESC, 1`;
    const all = groups.reduce((sum, { cases }) => sum + cases, 0);
    const assigned = officers.reduce((sum, { cases }) => sum + cases, 0);
    return { agency: query.agency, groups, ages, officers, unassigned: all - assigned };
  });
}

/** The officers a case of an agency may be given to, today. */
export async function listOfficers(actor: Actor, agency: string): Promise<{ login: string; name: string }[]> {
  await readableCases(actor, agency);
  return inViewOf(
    actor,
    (tx) => tx.$queryRaw<{ login: string; name: string }[]>`
      SELECT u.login, u.name FROM role_assignment r JOIN user_account u ON u.id = r.user_id AND u.disabled_at IS NULL
      WHERE r.role = 'OFFICER' AND r.agency_code = ${agency} AND daterange(r.valid_from, r.valid_until) @> business_day()
      ORDER BY u.name, u.login`,
  );
}
