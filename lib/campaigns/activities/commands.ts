import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { dateOfDay } from "@/lib/db/day";
import { cleanFile, hashOfFile, safeName } from "@/lib/evidence/rules";
import { activityRefusals as refusals } from "@/lib/i18n/activities";
import { campaignRefusals } from "@/lib/i18n/campaigns";
import { findStored } from "../stored/queries";
import { assertReportable } from "./rules";
import type { DecideActivity, ReportActivity, SentFile, WithdrawActivity } from "./schema";
import type { ActivityState } from "./types";

export type ActivityStep = { activity: string; state: ActivityState };

/** Keeps what an agency did in a campaign, with its evidence as far as it is what it says. */
export async function reportActivity(context: WriteContext, input: ReportActivity): Promise<ActivityStep> {
  const { tx, actor, now } = context;
  const { agency, code, evidence, happenedOn, valueDong = null, ...told } = input;
  const campaign = await findStored(tx, code);
  if (!campaign) throw new Failure("not-found", campaignRefusals.missing);
  assertReportable(context.organisation, campaign, { agency, happenedOn });
  const files = cleaned(evidence);
  const id = randomUUID();
  await tx.campaignActivity.create({
    data: {
      ...{
        id,
        campaignCode: code,
        agencyCode: agency,
        ...told,
        valueDong,
        happenedOn: dateOfDay(happenedOn),
      },
      ...{ reportedBy: actor.userId, reportedAt: now },
    },
  });
  await tx.campaignEvidence.createMany({
    data: files.map(({ name, type, bytes, sha256 }) => ({
      ...{ id: randomUUID(), activityId: id, agencyCode: agency, name, type, size: bytes.length, sha256 },
      ...{ bytes: Uint8Array.from(bytes), addedBy: actor.userId, addedAt: now },
    })),
  });
  await context.audit({
    chain: agency,
    action: "activity.report",
    subject: `campaign:${code}:activity:${id}`,
    payload: {
      ...told,
      valueDong,
      happenedOn,
      evidence: files.map(({ sha256, type }) => ({ sha256, type })),
    },
  });
  return { activity: id, state: "REPORTED" };
}

/** Accepts an activity or does not; nobody their own report. */
export async function decideActivity(context: WriteContext, input: DecideActivity): Promise<ActivityStep> {
  const { actor, now } = context;
  const { decision, words } = input;
  const stored = await openActivity(context, input);
  if (stored.reportedBy === actor.userId) throw new Failure("precondition", refusals.fourEyes);
  await context.tx.campaignActivity.update({
    where: { id: stored.id },
    data: { state: decision, decidedBy: actor.userId, decidedAt: now, decidedWords: words },
  });
  await context.audit({
    chain: input.agency,
    action: "activity.decide",
    subject: `campaign:${stored.campaignCode}:activity:${stored.id}`,
    payload: { decision, words },
  });
  return { activity: stored.id, state: decision };
}

/** Takes a report back before it is decided on. */
export async function withdrawActivity(
  context: WriteContext,
  input: WithdrawActivity,
): Promise<ActivityStep> {
  const stored = await openActivity(context, input);
  await context.tx.campaignActivity.update({ where: { id: stored.id }, data: { state: "WITHDRAWN" } });
  await context.audit({
    chain: input.agency,
    action: "activity.withdraw",
    subject: `campaign:${stored.campaignCode}:activity:${stored.id}`,
  });
  return { activity: stored.id, state: "WITHDRAWN" };
}

/** The activity as it was named: agency and day are what was asked permission for. */
async function openActivity({ tx }: WriteContext, { activity, agency, happenedOn }: WithdrawActivity) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`activity:${activity}`}, 0))`;
  const stored = await tx.campaignActivity.findUnique({ where: { id: activity } });
  const isNamed =
    stored?.agencyCode === agency && stored.happenedOn.getTime() === dateOfDay(happenedOn).getTime();
  if (!stored || !isNamed) throw new Failure("not-found", refusals.missing);
  if (stored.state !== "REPORTED") throw new Failure("conflict", refusals.alreadyDecided);
  return stored;
}

function cleaned(files: readonly SentFile[]) {
  const kept = files.map(({ name, base64 }) => {
    const file = cleanFile(Buffer.from(base64, "base64"));
    if (file) return { ...file, name: safeName(name, file.type), sha256: hashOfFile(file.bytes) };
    const text = refusals.notEvidence(name.slice(0, 100));
    throw new Failure("invalid", text, { fields: { evidence: text } });
  });
  return [...new Map(kept.map((file) => [file.sha256, file])).values()];
}
