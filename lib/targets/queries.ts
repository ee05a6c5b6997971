import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf, agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can, canSomewhere } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { compareVietnamese } from "@/lib/core/slug";
import { inViewOf } from "@/lib/db/client";
import { linesInForce, type TargetRow } from "./rules";
import type { AgencyTargets } from "./types";

/** What one agency is asked to reach in a year, own or inherited; as of the year's end, or its own last day before. */
export async function getTargets(actor: Actor, agency: string, year: number): Promise<AgencyTargets> {
  const organisation = await getOrganisation();
  const day = dayIn(organisation, agency, year);
  const found = day && agencyAsOf(organisation, agency, day);
  const mayRead =
    found &&
    (can(actor, "results.read", { agency, day }, organisation) || canSomewhere(actor, "targets.assign"));
  if (!found || !mayRead) {
    throw new Failure("not-found", { vi: `Không tìm thấy cơ quan ${agency}.`, en: `No agency ${agency}.` });
  }
  return targetsOf(organisation, found, year, await listRows(actor, year));
}

/** The targets of the nation and of every province the actor may read, in Vietnamese order. */
export async function listTargets(actor: Actor, year: number): Promise<AgencyTargets[]> {
  const organisation = await getOrganisation();
  const day = lastDay({ year, month: 12 });
  const rows = await listRows(actor, year);
  return agenciesAsOf(organisation, day)
    .filter(
      ({ code, kind }) =>
        kind !== "DISTRICT" && can(actor, "results.read", { agency: code, day }, organisation),
    )
    .sort(
      (a, b) => Number(b.parent === null) - Number(a.parent === null) || compareVietnamese(a.name, b.name),
    )
    .map((agency) => targetsOf(organisation, agency, year, rows));
}

function listRows(actor: Actor, year: number): Promise<TargetRow[]> {
  const select = { agencyCode: true, indicator: true, comparison: true, basisPoints: true, source: true };
  return inViewOf(actor, (tx) =>
    tx.target.findMany({ where: { year }, select, orderBy: { agencyCode: "asc" } }),
  );
}

function targetsOf(
  organisation: Organisation,
  { code, name, parent }: Agency,
  year: number,
  rows: readonly TargetRow[],
): AgencyTargets {
  const day = dayIn(organisation, code, year) ?? lastDay({ year, month: 12 });
  const chain = [code, ...(parent ? superiorsAsOf(organisation, code, day) : [])];
  return { agency: code, name, year, lines: linesInForce(rows, chain) };
}

/** The last month's end of the year on which the agency existed. */
function dayIn(organisation: Organisation, agency: string, year: number) {
  const days = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => lastDay({ year, month }));
  return days.find((day) => agencyAsOf(organisation, agency, day) !== null) ?? null;
}
