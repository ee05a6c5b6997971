import type { WriteContext } from "@/lib/actions/operation";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { summaryRefusals } from "@/lib/i18n/summaries";
import { reportingAgency } from "@/lib/results/rules";
import type { ReportKey } from "@/lib/results/types";
import { getComputed } from "./computed/queries";
import { assertComplete, isAdjusted, provinceOf, snapshotOf, unitsOf } from "./rules";
import type { ExcuseInput, ReturnSummaryInput, SummaryStepInput } from "./schema";
import type { SignedSummary, SummarySnapshot, SummaryStatus } from "./types";

const rowOf = ({ agency, year, month }: ReportKey) => ({ agencyCode: agency, year, month });
const subjectOf = ({ agency, year, month }: ReportKey) => `summary:${agency}:${year}:${month}`;

/** Excuses a unit from one period's report, with a reason. */
export async function excuseAgency(context: WriteContext, input: ExcuseInput): Promise<ReportKey> {
  const { tx, actor, now, organisation } = context;
  const { reason, ...key } = input;
  reportingAgency(organisation, key);
  const reported = await tx.reportRevision.findFirst({
    where: { ...rowOf(key), status: { in: ["APPROVED", "LOCKED"] } },
    select: { revision: true },
  });
  if (reported) throw new Failure("precondition", summaryRefusals.reported);
  const { count } = await tx.excuse.createMany({
    data: [{ ...rowOf(key), reason, excusedBy: actor.userId, excusedAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Failure("precondition", summaryRefusals.excusedAlready);
  const subject = `report:${key.agency}:${key.year}:${key.month}`;
  await context.audit({ chain: key.agency, action: "summary.excuse", subject, payload: { reason } });
  return key;
}

/** Signs the computed summary once every unit is approved or excused. */
export async function signSummary(context: WriteContext, input: SummaryStepInput): Promise<SignedSummary> {
  const { tx, actor, now, organisation } = context;
  const key = keyOf(input);
  provinceOf(organisation, key);
  await holdReports(context, key);
  const { units, sums } = await getComputed(tx, organisation, key, dayOfInstant(now));
  assertComplete(units);
  const stored = await find(context, input);
  const snapshot = stored && (stored.snapshot as SummarySnapshot);
  if (stored && stored.status !== "RETURNED" && !isAdjusted(snapshot, sums)) {
    throw new Failure("precondition", summaryRefusals.signedAlready);
  }
  const signed = { snapshot: snapshotOf(sums, units), signedBy: actor.userId, signedAt: now };
  if (stored)
    return step(context, key, stored.version, "SIGNED", { ...signed, acceptedBy: null, acceptedAt: null });
  const { count } = await tx.provinceSummary.createMany({
    data: [{ ...rowOf(key), ...signed, status: "SIGNED" }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Failure("conflict", summaryRefusals.stale);
  return audited(context, key, { status: "SIGNED", version: 1 }, { sums: signed.snapshot.sums });
}

/** Accepts a signed summary at the General Department, unless the figures changed since. */
export async function acceptSummary(context: WriteContext, input: SummaryStepInput): Promise<SignedSummary> {
  const { tx, actor, now, organisation } = context;
  const key = keyOf(input);
  provinceOf(organisation, key);
  await holdReports(context, key);
  const stored = await find(context, input);
  if (stored?.status !== "SIGNED") throw new Failure("precondition", summaryRefusals.notSigned);
  const { sums } = await getComputed(tx, organisation, key, dayOfInstant(now));
  if (isAdjusted(stored.snapshot as SummarySnapshot, sums))
    throw new Failure("precondition", summaryRefusals.adjusted);
  return step(context, key, stored.version, "ACCEPTED", { acceptedBy: actor.userId, acceptedAt: now });
}

/** Sends a summary back to the province with a coded reason. */
export async function returnSummary(
  context: WriteContext,
  input: ReturnSummaryInput,
): Promise<SignedSummary> {
  const key = keyOf(input);
  provinceOf(context.organisation, key);
  const stored = await find(context, input);
  if (!stored || stored.status === "RETURNED") throw new Failure("precondition", summaryRefusals.notSigned);
  const undone = { acceptedBy: null, acceptedAt: null };
  return step(context, key, stored.version, "RETURNED", undone, { reason: input.reason });
}

function keyOf({ agency, year, month }: SummaryStepInput): ReportKey {
  return { agency, year, month };
}

/** Nobody may return or replace a report while its sums are being signed. */
async function holdReports({ tx, organisation }: WriteContext, key: ReportKey): Promise<void> {
  const codes = unitsOf(organisation, key).map(({ code }) => code);
  await tx.$queryRaw`SELECT revision FROM report_revision
    WHERE year = ${key.year}::int AND month = ${key.month}::int AND agency_code = ANY (${codes})
    ORDER BY agency_code, revision FOR SHARE`;
}

async function find({ tx }: WriteContext, input: SummaryStepInput) {
  const stored = await tx.provinceSummary.findFirst({ where: rowOf(keyOf(input)) });
  const version = stored?.version ?? 0;
  if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
    const details = { expectedVersion: input.expectedVersion, version };
    throw new Failure("conflict", summaryRefusals.stale, { details });
  }
  return stored;
}

type Changes = Parameters<WriteContext["tx"]["provinceSummary"]["updateMany"]>[0]["data"];

async function step(
  context: WriteContext,
  key: ReportKey,
  version: number,
  status: SummaryStatus,
  changes: Omit<Changes, "status" | "version">,
  payload: Record<string, unknown> = {},
): Promise<SignedSummary> {
  const { count } = await context.tx.provinceSummary.updateMany({
    where: { ...rowOf(key), version },
    data: { ...changes, status, version: version + 1 },
  });
  if (count !== 1) throw new Failure("conflict", summaryRefusals.stale);
  return audited(context, key, { status, version: version + 1 }, payload);
}

async function audited(
  context: WriteContext,
  key: ReportKey,
  now: { status: SummaryStatus; version: number },
  payload: Record<string, unknown>,
): Promise<SignedSummary> {
  const actions = { SIGNED: "summary.sign", ACCEPTED: "summary.accept", RETURNED: "summary.return" } as const;
  const line = { chain: key.agency, action: actions[now.status], subject: subjectOf(key) };
  await context.audit({ ...line, payload: { ...now, ...payload } });
  return { ...key, ...now };
}
