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
const notAccepted = { acceptedBy: null, acceptedAt: null };
const notReturned = { returnCode: null, returnText: null, returnedBy: null, returnedAt: null };
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

/** Takes an excuse back, with a reason: the unit owes its report again. Not behind a summary that was signed with it. */
export async function withdrawExcuse(context: WriteContext, input: ExcuseInput): Promise<ReportKey> {
  const { tx, organisation } = context;
  const { reason, ...key } = input;
  const unit = reportingAgency(organisation, key);
  const stored = await tx.excuse.findFirst({ where: rowOf(key), select: { reason: true } });
  // Deleted before the summary is looked at: a signature under way holds the excuse, and is then seen.
  const { count } = await tx.excuse.deleteMany({ where: rowOf(key) });
  if (!stored || count === 0) throw new Failure("precondition", summaryRefusals.notExcused);
  const province = unit.kind === "PROVINCE" ? unit.code : (unit.parent ?? "");
  const summary = await tx.provinceSummary.findFirst({
    where: { ...rowOf({ ...key, agency: province }), status: { in: ["SIGNED", "ACCEPTED"] } },
    select: { status: true },
  });
  if (summary) throw new Failure("precondition", summaryRefusals.excuseSigned);
  const subject = `report:${key.agency}:${key.year}:${key.month}`;
  const payload = { reason, excuse: stored.reason };
  await context.audit({ chain: key.agency, action: "summary.withdrawExcuse", subject, payload });
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
    return step(context, key, stored.version, "SIGNED", { ...signed, ...notAccepted, ...notReturned });
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
  const { code, text } = input.reason;
  const returned = {
    returnCode: code,
    returnText: text,
    returnedBy: context.actor.userId,
    returnedAt: context.now,
  };
  const changes = { ...notAccepted, ...returned };
  return step(context, key, stored.version, "RETURNED", changes, { reason: input.reason });
}

function keyOf({ agency, year, month }: SummaryStepInput): ReportKey {
  return { agency, year, month };
}

/** Nobody may return or replace a report, or take back an excuse, while the sums are being signed. */
async function holdReports({ tx, organisation }: WriteContext, key: ReportKey): Promise<void> {
  const codes = unitsOf(organisation, key).map(({ code }) => code);
  await tx.$queryRaw`SELECT revision FROM report_revision
    WHERE year = ${key.year}::int AND month = ${key.month}::int AND agency_code = ANY (${codes})
    ORDER BY agency_code, revision FOR SHARE`;
  await tx.$queryRaw`SELECT agency_code FROM excuse
    WHERE year = ${key.year}::int AND month = ${key.month}::int AND agency_code = ANY (${codes})
    ORDER BY agency_code FOR SHARE`;
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
