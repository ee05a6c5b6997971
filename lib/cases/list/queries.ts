import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, subordinatesAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { caseRefusals } from "@/lib/i18n/cases";
import { getReferenceDay } from "@/lib/results/completeness/queries";
import { listOfficers } from "../docket/queries";
import { listCases, listCasesOfCell, readableCases } from "../register/queries";
import type { CaseLine } from "../register/types";
import { casesQueryOf, registerHome } from "./rules";
import type { CellState, ListState } from "./schema";
import type { AgencyChoice, CaseList, CellList, RegisterPlace } from "./types";

/** Lines on one page, and at most in one file. */
const PAGE = 50;
const FILE = 50_000;

/** A page of the register: the agency asked for, or where the reader works. */
export async function getCaseList(actor: Actor, state: ListState): Promise<CaseList> {
  const place = await getRegisterPlace(actor, state.agency);
  const withUnits = place.hasUnits && state.children !== "0";
  const page = await listCases(actor, casesQueryOf(state, { ...place, withUnits }, PAGE));
  return { ...place, withUnits, ...page };
}

/** The cases behind one cell of the form that the register makes. */
export async function getCellList(actor: Actor, cell: CellState): Promise<CellList> {
  const place = await getRegisterPlace(actor, cell.agency);
  return { ...place, lines: await listCasesOfCell(actor, cell) };
}

/** The whole list for a file, in its order; `isCut` says that there were more cases than a file takes. */
export async function listForFile(
  actor: Actor,
  state: ListState,
): Promise<RegisterPlace & { cases: readonly CaseLine[]; isCut: boolean }> {
  const place = await getRegisterPlace(actor, state.agency);
  const withUnits = place.hasUnits && state.children !== "0";
  const cases: CaseLine[] = [];
  let after: string | undefined;
  do {
    const page = await listCases(actor, casesQueryOf({ ...state, after }, { ...place, withUnits }, 1000));
    cases.push(...page.cases);
    after = page.next ?? undefined;
  } while (after !== undefined && cases.length < FILE);
  return { ...place, cases, isCut: after !== undefined };
}

/** Whose register it is and what the reader may do there; refused like "missing" where they may read no case. */
export async function getRegisterPlace(actor: Actor, asked: string | undefined): Promise<RegisterPlace> {
  const agency = asked ?? registerHome(actor);
  if (agency === null) throw new Failure("not-found", caseRefusals.notFound);
  const { day, only, units } = await readableCases(actor, agency);
  const organisation = await getOrganisation();
  const may = (permission: "cases.read" | "cases.enter" | "cases.parties" | "cases.erase", at = agency) =>
    can(actor, permission, { agency: at, day }, organisation);
  const choices = choicesOf(organisation, agency, day).filter(
    ({ code }) => code === agency || may("cases.read", code),
  );
  const kin = [agency, ...units, ...choices.map(({ code }) => code)];
  return {
    ...{ agency, name: nameOn(organisation, agency, day), choices },
    names: new Map(kin.map((code) => [code, nameOn(organisation, code, day)])),
    hasUnits: units.some((unit) => unit !== agency),
    officers: await listOfficers(actor, agency),
    ...{ isOwnOnly: only !== null, mayEnter: may("cases.enter"), mayFindParties: may("cases.parties") },
    mayErase: may("cases.erase"),
    today: earlier(day, await getReferenceDay()),
  };
}

function choicesOf(organisation: Organisation, agency: string, day: Day): AgencyChoice[] {
  const at = (code: string, level: AgencyChoice["level"]) => ({
    ...{ code, name: nameOn(organisation, code, day), level },
  });
  const above = superiorsAsOf(organisation, agency, day).reverse();
  const below = subordinatesAsOf(organisation, agency, day).sort((a, b) =>
    a.name.localeCompare(b.name, "vi"),
  );
  return [...above.map((code) => at(code, 0)), at(agency, 1), ...below.map(({ code }) => at(code, 2))];
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function nameOn(organisation: Organisation, code: string, day: Day): string {
  return agencyAsOf(organisation, code, day)?.name ?? code;
}
