import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf, agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor, Role } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dateOfDay } from "@/lib/db/day";
import { getReferenceDay, listProgress } from "../completeness/queries";
import { isAccepted } from "../completeness/rules";
import { getDueCalendar } from "../deadlines/queries";
import { type DueCalendar, dueDay } from "../deadlines/rules";
import type { ReportStatus } from "../types";
import { byUrgency, clerkWork, workItem } from "./rules";
import type { WorkItem } from "./types";

type Scene = {
  tx: Tx;
  actor: Actor;
  organisation: Organisation;
  calendar: DueCalendar;
  today: Day;
  open: Period[];
};
type LatestRow = { agencyCode: string; year: number; month: number; status: ReportStatus };

/** "Việc của tôi": what is due, late, returned, or waits for the actor, most urgent first. */
export async function listWork(actor: Actor, today?: Day): Promise<WorkItem[]> {
  const [organisation, reference] = await Promise.all([getOrganisation(), getReferenceDay()]);
  return inViewOf(actor, async (tx) => {
    const open = await tx.period.findMany({ where: { status: "OPEN" }, select: { year: true, month: true } });
    const calendar = await getDueCalendar(tx);
    const scene: Scene = { tx, actor, organisation, calendar, today: today ?? reference, open };
    const items = [
      ...(await entryWork(scene)),
      ...(await approvalWork(scene)),
      ...(await returnedSummaries(scene)),
      ...(await summaryWork(scene)),
    ];
    return items.sort(byUrgency);
  });
}

function homes({ actor }: Scene, role: Role): string[] {
  return [...new Set(actor.assignments.filter((each) => each.role === role).map(({ agency }) => agency))];
}

async function entryWork(scene: Scene): Promise<WorkItem[]> {
  const own = homes(scene, "CLERK");
  if (own.length === 0) return [];
  const { tx, organisation, today, calendar } = scene;
  const reopened = await tx.periodReopening.findMany({
    where: { agencyCode: { in: own }, endedAt: null, until: { gte: dateOfDay(dayOfInstant(now())) } },
    select: { agencyCode: true, year: true, month: true },
  });
  const enterable = new Set([
    ...own.flatMap((agency) => scene.open.map((period) => placeKey(agency, period))),
    ...reopened.map(({ agencyCode, year, month }) => placeKey(agencyCode, { year, month })),
  ]);
  const latest = new Map(
    (await listLatest(tx, own)).map((row) => [placeKey(row.agencyCode, row), row.status]),
  );
  return [...new Set([...enterable, ...latest.keys()])].flatMap((place) => {
    const { agency: code, period } = placeOf(place);
    const agency = agencyAsOf(organisation, code, lastDay(period));
    if (!agency || agency.kind === "GENERAL_DEPARTMENT") return [];
    const status = latest.get(place) ?? null;
    const due = dueDay(calendar, agency.kind, period);
    const kind = clerkWork(status, { accepts: enterable.has(place), due, period, today });
    return kind ? [workItem(kind, agency, period, status, scene)] : [];
  });
}

async function approvalWork(scene: Scene): Promise<WorkItem[]> {
  const own = homes(scene, "APPROVER");
  if (own.length === 0) return [];
  const rows = await scene.tx.reportRevision.findMany({
    where: { agencyCode: { in: own }, status: "SUBMITTED", NOT: { enteredBy: scene.actor.userId } },
    select: { agencyCode: true, year: true, month: true },
  });
  return rows.flatMap(({ agencyCode, year, month }) => {
    const agency = agencyAsOf(scene.organisation, agencyCode, lastDay({ year, month }));
    return agency ? [workItem("waiting", agency, { year, month }, "SUBMITTED", scene)] : [];
  });
}

/** Summaries that the General Department sent back, with its reason, whatever became of their period since. */
async function returnedSummaries(scene: Scene): Promise<WorkItem[]> {
  const own = homes(scene, "APPROVER");
  if (own.length === 0) return [];
  const rows = await scene.tx.provinceSummary.findMany({
    where: { agencyCode: { in: own }, status: "RETURNED" },
    select: { agencyCode: true, year: true, month: true, returnCode: true, returnText: true },
  });
  return rows.flatMap(({ agencyCode, returnCode, returnText, ...period }) => {
    const agency = agencyAsOf(scene.organisation, agencyCode, lastDay(period));
    const returned = { code: returnCode ?? "OTHER", text: returnText ?? "" };
    if (!agency) return [];
    // The deadline is the reports': a summary that came back has none of its own.
    return [
      { ...workItem("summaryReturned", agency, period, null, scene), deadline: null, daysLate: 0, returned },
    ];
  });
}

async function summaryWork(scene: Scene): Promise<WorkItem[]> {
  const { tx, organisation } = scene;
  const items: WorkItem[] = [];
  for (const home of homes(scene, "APPROVER")) {
    for (const period of scene.open) {
      const agency = agencyAsOf(organisation, home, lastDay(period));
      if (agency?.kind !== "PROVINCE" || !(await isReadyToSign(scene, home, period))) continue;
      items.push(workItem("summary", agency, period, null, scene));
    }
  }
  if (homes(scene, "GENERAL_STAFF").length === 0) return items;
  const signed = await tx.provinceSummary.findMany({
    where: { status: "SIGNED" },
    select: { agencyCode: true, year: true, month: true },
  });
  const accepting = signed.flatMap(({ agencyCode, year, month }) => {
    const agency = agencyAsOf(organisation, agencyCode, lastDay({ year, month }));
    return agency ? [workItem("summary", agency, { year, month }, null, scene)] : [];
  });
  return [...items, ...accepting];
}

async function isReadyToSign(
  { tx, organisation, today }: Scene,
  province: string,
  period: Period,
): Promise<boolean> {
  const { year, month } = period;
  const where = { agencyCode: province, year, month };
  const summary = await tx.provinceSummary.findFirst({ where, select: { status: true } });
  if (summary) return false;
  const units = agenciesAsOf(organisation, lastDay(period)).filter(
    ({ code, parent }) => code === province || parent === province,
  );
  const progress = await listProgress(tx, units, period, today);
  const excused = await tx.excuse.findMany({
    where: { year, month, agencyCode: { in: units.map(({ code }) => code) } },
    select: { agencyCode: true },
  });
  return progress.every(
    (unit) => isAccepted(unit) || excused.some(({ agencyCode }) => agencyCode === unit.agency),
  );
}

/** The newest revision of every report of some agencies that is not settled, or of an open period. */
function listLatest(tx: Tx, agencies: readonly string[]): Promise<LatestRow[]> {
  return tx.$queryRaw<LatestRow[]>`
    SELECT DISTINCT ON (agency_code, year, month) agency_code AS "agencyCode", year, month, status
    FROM report_revision WHERE agency_code = ANY (${[...agencies]})
    ORDER BY agency_code, year, month, revision DESC`;
}

function placeKey(agency: string, { year, month }: Period): string {
  return `${agency} ${year} ${month}`;
}

function placeOf(place: string): { agency: string; period: Period } {
  const [agency = "", year = "0", month = "0"] = place.split(" ");
  return { agency, period: { year: Number(year), month: Number(month) } };
}
