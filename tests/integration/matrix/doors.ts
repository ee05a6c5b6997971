import { readdirSync } from "node:fs";
import { listOperations } from "@/lib/actions/operation";
import { perform } from "@/lib/actions/perform";
import { previewAgencyEvent } from "@/lib/agencies/events/queries";
import { getAnchors, getAnchorText } from "@/lib/audit/anchors/queries";
import { getAuditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import type { Actor } from "@/lib/auth/actor";
import { getBulletin } from "@/lib/ballots/bulletin/queries";
import { getBallot, listBallots, listVoices } from "@/lib/ballots/queries";
import { getEvidence, getParticipation } from "@/lib/campaigns/activities/queries";
import { getFrozen } from "@/lib/campaigns/frozen/queries";
import { getCampaign, listCampaigns } from "@/lib/campaigns/queries";
import { findRegisterSummary, getRegisterComparison } from "@/lib/cases/comparison/queries";
import { getRegisterForm } from "@/lib/cases/derived/queries";
import { getDocket, listOfficers } from "@/lib/cases/docket/queries";
import { findRegisterDraft } from "@/lib/cases/draft/queries";
import { getCase } from "@/lib/cases/file/queries";
import { importCaseFile } from "@/lib/cases/imports/queries";
import { getLeadersDocket } from "@/lib/cases/leaders/queries";
import { leadersState } from "@/lib/cases/leaders/schema";
import { getCaseList, getCellList, getRegisterPlace, listForFile } from "@/lib/cases/list/queries";
import { listState } from "@/lib/cases/list/schema";
import { getReconciliation } from "@/lib/cases/reconciliation/queries";
import { listCases, listCasesOfCell, readableCases } from "@/lib/cases/register/queries";
import { casesQuery } from "@/lib/cases/register/schema";
import { getComparison } from "@/lib/comparisons/queries";
import { addDays } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { listCouncils } from "@/lib/councils/queries";
import { listEvents } from "@/lib/digest/events/queries";
import { getDigest, getMornings } from "@/lib/digest/queries";
import { getSubscription, listSubscribers } from "@/lib/digest/subscriptions/queries";
import { getForecast, listForecasts } from "@/lib/forecasts/queries";
import { getOverview } from "@/lib/overview/queries";
import { listCalendar, listPeriods } from "@/lib/periods/queries";
import { getPlanBasis } from "@/lib/planning/queries";
import { getHeadlineProofs, getNamedProof, getStatedProof } from "@/lib/proofs/queries";
import { getProofSheet } from "@/lib/proofs/sheet/queries";
import { getRanking } from "@/lib/rankings/queries";
import { countCompleteness } from "@/lib/results/completeness/queries";
import { getEntry, getReport, getRevision, listRevisions } from "@/lib/results/queries";
import { getReview } from "@/lib/results/review/queries";
import { listWork } from "@/lib/results/work/queries";
import { getProof } from "@/lib/scoreboard/proof/queries";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { getSeries } from "@/lib/series/queries";
import { listSignals } from "@/lib/signals/queries";
import { getStandings } from "@/lib/standings/queries";
import { getProvinceSummary } from "@/lib/summaries/queries";
import { getTargets, listTargets } from "@/lib/targets/queries";
import { getTargetSet, listTargetSets, previewCascade } from "@/lib/targets/sets/queries";
import { getOwnAccess } from "@/lib/users/own/queries";
import { findUser, getUser, listUsers } from "@/lib/users/queries";
import { listViews } from "@/lib/views/queries";
import { activityOf } from "@/tests/factories/campaigns";
import { caseCsv, INPUTS, MATRIX_CASES, type Place } from "./scene";

/** One way into the product: says whether the actor was let in, whatever became of the work then. */
export type Door = {
  name: string;
  /** The permission it is declared with; null for reads, which several may open. */
  permission: string | null;
  input: (place: Place) => unknown;
  letsIn: (actor: Actor, place: Place) => Promise<boolean>;
};

/** The files of lib with this name, whatever their folder. */
export function filesNamed(name: string): string[] {
  const all = readdirSync("lib", { recursive: true, encoding: "utf8" });
  return all.filter((file) => file.split("/").at(-1) === name).map((file) => `lib/${file}`);
}

/** Loads every operations module on disk; answers what each of them exports. */
export async function loadOperations(): Promise<ReadonlyMap<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  for (const file of filesNamed("operations.ts")) {
    const module: Record<string, unknown> = await import(`${process.cwd()}/${file}`);
    found.set(file, Object.values(module).flatMap(operationsIn));
  }
  return found;
}

function operationsIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return "subjects" in value && "permission" in value ? [value] : Object.values(value).flatMap(operationsIn);
}

/** Every operation as a door. */
export function writeDoors(): Door[] {
  return listOperations().map((operation) => {
    const input = INPUTS[operation.name] ?? (() => ({}));
    const letsIn = (actor: Actor, place: Place) =>
      perform(operation, actor, input(place)).then(
        () => true,
        (error: unknown) => !(error instanceof Failure && error.code === "forbidden"),
      );
    return { name: operation.name, permission: operation.permission, input, letsIn };
  });
}

type Read = (actor: Actor, place: Place) => Promise<unknown>;

const board = ({ agency, year, month }: Place) => ({
  ...{ agency, year, month },
  includeSubmitted: false,
  withYear: false,
});
const everything = auditFilter.parse({});
const nowhere = "00000000-0000-4000-8000-000000000000";

/** Reads that answer "not-found" to strangers. */
export const REFUSING_READS: Readonly<Record<string, Read>> = {
  getEntry,
  getReport,
  listRevisions,
  getRevision: (actor, place) => getRevision(actor, place, 1),
  getReview,
  getScoreboard: (actor, place) => getScoreboard(actor, board(place)),
  readableCases: (actor, { agency }) => readableCases(actor, agency),
  listCases: (actor, { agency }) => listCases(actor, casesQuery.parse({ agency })),
  listCasesOfCell: (actor, { agency, year, month }) =>
    listCasesOfCell(actor, { agency, year, month, column: "completed", slice: "total" }),
  listOfficers: (actor, { agency }) => listOfficers(actor, agency),
  getDocket: (actor, { agency }) => getDocket(actor, { agency, children: false }),
  getRegisterForm,
  getReconciliation,
  getProof: (actor, { agency, year, month }) => getProof(actor, { agency, year, month }),
  getOverview: (actor, { agency, year, month }) => getOverview(actor, { agency, year, month }),
  getProvinceSummary,
  getSeries: (actor, { agency, year, month }) =>
    getSeries(actor, { agency, indicator: "R_C", from: year, to: year, base: lastDay({ year, month }) }),
  getForecast: (actor, { agency, year, month }) => getForecast(actor, { agency, year, month }),
  listForecasts: (actor, { agency, year, month }) => listForecasts(actor, { agency, year, month }),
  listSignals: (actor, { agency, year }) => listSignals(actor, { agency, year }),
  getHeadlineProofs: (actor, { agency, year, month }) => getHeadlineProofs(actor, { agency, year, month }),
  getStatedProof: (actor, { agency, year, month }) =>
    getStatedProof(actor, { agency, year, month, indicator: "R_C", own: false }),
  getProofSheet: (actor, { agency, year, month }) =>
    getProofSheet(actor, { agency, year, month, indicator: "R_M" }),
  getNamedProof: (actor, { agency, year, month }) =>
    getNamedProof(actor, { agency, year, month, indicator: "R2_C", asOf: undefined }),
  getComparison: (actor, { agency, year, month }) =>
    getComparison(actor, { agencies: [agency], year, month, measure: "cases" }),
  getStandings,
  getPlanBasis,
  getRanking,
  listTargetSets: (actor) => listTargetSets(actor),
  getTargetSet: (actor, { year }) => getTargetSet(actor, year),
  previewCascade: (actor, { year }) =>
    previewCascade(actor, { year, parent: "tc", indicator: "R_C", method: "copy" }),
  listCampaigns: (actor) => listCampaigns(actor),
  getCampaign: (actor, { agency }) => getCampaign(actor, "thu-ca-nuoc", agency),
  getFrozen: (actor) => getFrozen(actor, "thu-ca-nuoc"),
  getParticipation: (actor) => getParticipation(actor, "thu-ca-nuoc"),
  getEvidence: (actor, { agency }) => getEvidence(actor, { code: "thu-ca-nuoc", ...activityOf(agency) }),
  getTargets: (actor, { agency, year }) => getTargets(actor, agency, year),
  getAuditPage: (actor) => getAuditPage(actor, everything),
  previewAgencyEvent: (actor, place) => previewAgencyEvent(actor, INPUTS.recordAgencyEvent?.(place)),
  getAnchors: (actor) => getAnchors(actor),
  getAnchorText: (actor) => getAnchorText(actor),
  listUsers: (actor) => listUsers(actor),
  getUser: (actor) => getUser(actor, "matrix.subject"),
  getOwnAccess: (actor) => getOwnAccess(actor, null),
  listViews: (actor) => listViews(actor),
  // Some days after the period's end: the morning's digest is about that period.
  getDigest: (actor, { agency, ...period }) => getDigest(actor, { agency, day: addDays(lastDay(period), 5) }),
  getMornings: (actor) => getMornings(actor),
  getSubscription: (actor) => getSubscription(actor),
  listSubscribers: (actor) => listSubscribers(actor),
  listPeriods: (actor, { year }) => listPeriods(actor, year),
  listCalendar: (actor, { year }) => listCalendar(actor, year),
  // Who sits where on which ballot is tested with the ballots; nobody of the matrix sits anywhere.
  listCouncils: (actor) => listCouncils(actor),
  listBallots: (actor) => listBallots(actor),
  getBallot: (actor) => getBallot(actor, nowhere),
  listVoices: (actor) => listVoices(actor, nowhere),
  getBulletin: (actor) => getBulletin(actor, nowhere),
  getRegisterPlace: (actor, { agency }) => getRegisterPlace(actor, agency),
  getCaseList: (actor, { agency }) => getCaseList(actor, listState.parse({ agency })),
  listForFile: (actor, { agency }) => listForFile(actor, listState.parse({ agency })),
  getCellList: (actor, { agency, year, month }) =>
    getCellList(actor, { agency, year, month, column: "completed", slice: "total" }),
  getLeadersDocket: (actor, { agency }) => getLeadersDocket(actor, leadersState.parse({ agency })),
  getRegisterComparison,
};

type Look = (actor: Actor, place: Place) => Promise<boolean>;

/** Reads that never refuse but leave out: is the target in the answer? */
const omittingReads: Readonly<Record<string, Look>> = {
  getCase: async (actor, { agency }) => {
    const id = MATRIX_CASES.get(agency) ?? "0";
    return getCase(actor, id).then(
      (found) => found.agency === agency,
      () => false,
    );
  },
  importCaseFile: async (actor, { agency }) => {
    const chunks = (async function* () {
      yield caseCsv(agency);
    })();
    const given = { chunks, fileName: "matrix.csv", dryRun: true, illustrative: true };
    return importCaseFile(actor, given).then(
      ({ issues }) => !issues.some(({ column }) => column === "agency"),
      () => false,
    );
  },
  findRegisterSummary: async (actor, place) => (await findRegisterSummary(actor, place)) !== null,
  findRegisterDraft: async (actor, place) => (await findRegisterDraft(actor, place)) !== null,
  countCompleteness: async (actor, { agency, ...period }) =>
    (await countCompleteness(actor, period)).units.some((unit) => unit.agency === agency),
  listTargets: async (actor, { agency, year }) =>
    JSON.stringify(await listTargets(actor, year)).includes(`"${agency}"`),
  listEvents: async (actor, { agency, year, month }) => {
    const window = { from: new Date("2021-10-01T00:00:00Z"), until: new Date("2021-10-31T00:00:00Z") };
    const { events } = await listEvents(actor, { root: agency, period: { year: 2020, month: 1 }, ...window });
    return events.some((event) => event.agency === agency && event.period.month === month && year === 2022);
  },
  listWork: async (actor, { agency }) => JSON.stringify(await listWork(actor)).includes(`"${agency}"`),
  findUser: async (actor) => (await findUser(actor, "matrix.subject")) !== null,
  "getAuditPage with figures": async (actor) => {
    const page = await getAuditPage(actor, { ...everything, subject: "report:cc-325:2021:1" }).catch(
      () => null,
    );
    return page?.lines.some(({ action, payload }) => action === "report.save" && payload !== null) ?? false;
  },
};

/** Every read of the product as a door. */
export function readDoors(): Door[] {
  const refusing = Object.entries(REFUSING_READS).map(([name, read]): [string, Look] => [
    name,
    (actor, place) =>
      read(actor, place).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Failure && error.code === "not-found") return false;
          throw error;
        },
      ),
  ]);
  return [...refusing, ...Object.entries(omittingReads)].map(([name, letsIn]) => ({
    name,
    permission: null,
    input: (place) => place,
    letsIn,
  }));
}
