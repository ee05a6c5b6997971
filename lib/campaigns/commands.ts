import type { WriteContext } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Period } from "@/lib/core/period";
import { dateOfDay } from "@/lib/db/day";
import { campaignRefusals as refusals } from "@/lib/i18n/campaigns";
import { assertMovable, assertPlannable, movedTo } from "./rules";
import type {
  AddLine,
  CampaignKey,
  LineInput,
  MoveCampaign,
  PhaseInput,
  PutCampaign,
  RemoveLine,
  StartCampaign,
} from "./schema";
import { findStored } from "./stored/queries";
import { templateOf } from "./templates/rules";
import type { Campaign, CampaignState } from "./types";

export type CampaignVersion = { code: string; version: number; state: CampaignState };

/** Makes the draft exactly this document, or begins it. */
export async function putCampaign(context: WriteContext, input: PutCampaign): Promise<CampaignVersion> {
  const { tx } = context;
  assertPlannable(context.organisation, input);
  await lockCampaigns(context);
  const known = await findStored(tx, input.code);
  if (known) assertDraftOf(known, input.agency);
  if ((known?.version ?? 0) !== input.expectedVersion)
    throw new Failure("conflict", refusals.changedMeanwhile, { details: { version: known?.version ?? 0 } });
  const parent = input.parent === null ? null : await findStored(tx, input.parent);
  if (input.parent !== null && (parent === null || parent.state === "DRAFT"))
    throw new Failure("invalid", refusals.noParent, { fields: { parent: refusals.noParent } });
  const taken = [...new Set(input.respondsTo)];
  const issued = { code: { in: taken, not: input.code }, state: { not: "DRAFT" } };
  if ((await tx.campaign.count({ where: issued })) !== taken.length)
    throw new Failure("invalid", refusals.noParent, { fields: { respondsTo: refusals.noParent } });
  return write(context, input, known?.version ?? 0);
}

/** Begins a draft from a template or from another campaign, moved to its own first day. */
export async function startCampaign(context: WriteContext, input: StartCampaign): Promise<CampaignVersion> {
  const { agency, code, from, name, startsOn } = input;
  const template = templateOf(context.organisation, agency, from, startsOn);
  const model = template ?? (await findStored(context.tx, from));
  if (!model) throw new Failure("invalid", refusals.noModel, { fields: { from: refusals.noModel } });
  const { kind, slogan, launchedBy, scopeKinds } = model;
  const kindOfAgency = context.organisation.kinds.get(agency);
  const level = kindOfAgency === "PROVINCE" || kindOfAgency === "DISTRICT" ? kindOfAgency : model.level;
  // A campaign of a superior is answered with one's own under it; an earlier one of one's own is begun anew.
  const isAnswer = template === null && model.agency !== agency;
  const own = model.agency === agency ? [...model.scopeAgencies] : [agency];
  return putCampaign(context, {
    ...{ code, agency, kind, level, slogan, expectedVersion: 0 },
    name: name || model.name,
    parent: isAnswer ? model.code : model.parent,
    respondsTo: isAnswer ? [] : [...model.respondsTo],
    launchedBy: isAnswer ? "" : launchedBy,
    scopeKinds: kindOfAgency === "DISTRICT" ? ["DISTRICT"] : [...scopeKinds],
    scopeAgencies: own,
    basis: isAnswer ? [...model.basis] : [],
    source: "",
    ...movedTo(model, startsOn),
  });
}

/** One more line at the end of a draft. */
export async function addCampaignLine(context: WriteContext, input: AddLine): Promise<CampaignVersion> {
  const { code, agency: _, startsOn: __, ...line } = input;
  const campaign = await openDraft(context, input);
  if (line.phase !== null && !campaign.phases.some(({ position }) => position === line.phase))
    throw new Failure("invalid", refusals.noPhase, { fields: { phase: refusals.noPhase } });
  const position = Math.max(0, ...campaign.lines.map((each) => each.position)) + 1;
  await context.tx.campaignLine.createMany({ data: [{ ...lineRow(line), campaignCode: code, position }] });
  return step(context, campaign, { action: "campaign.addLine", payload: { position, line } });
}

/** Takes one line out of a draft. */
export async function removeCampaignLine(context: WriteContext, input: RemoveLine): Promise<CampaignVersion> {
  const { code, position } = input;
  const campaign = await openDraft(context, input);
  const line = campaign.lines.find((each) => each.position === position);
  if (!line) throw new Failure("not-found", refusals.missing);
  await context.tx.campaignLine.deleteMany({ where: { campaignCode: code, position } });
  return step(context, campaign, { action: "campaign.removeLine", payload: { position, line } });
}

/** Issues, starts, reviews, closes: one step. */
export async function moveCampaign(context: WriteContext, input: MoveCampaign): Promise<CampaignVersion> {
  const { tx, actor, now } = context;
  const { code, agency, to } = input;
  await lockCampaigns(context);
  const campaign = await named(context, input);
  assertMovable(campaign, to);
  const version = campaign.version + 1;
  await tx.campaign.update({
    where: { code },
    data: {
      ...{ state: to, version },
      ...(to === "ISSUED" && { issuedBy: actor.userId, issuedAt: now }),
      ...(to === "CLOSED" && { closedAt: now }),
    },
  });
  await context.audit({
    chain: agency,
    action: "campaign.move",
    subject: `campaign:${code}`,
    payload: { from: campaign.state, to, version },
  });
  return { code, version, state: to };
}

/** Writers of campaigns wait for each other: they are few. */
async function lockCampaigns({ tx }: WriteContext): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('campaigns', 0))`;
}

function assertDraftOf(campaign: Campaign, agency: string): void {
  if (campaign.agency !== agency) throw new Failure("conflict", refusals.codeTaken);
  if (campaign.state !== "DRAFT") throw new Failure("precondition", refusals.fixed);
}

/** The campaign as it was named: agency and first day are what was asked permission for. */
async function named({ tx }: WriteContext, { code, agency, startsOn }: CampaignKey): Promise<Campaign> {
  const campaign = await findStored(tx, code);
  if (campaign?.agency !== agency || campaign.startsOn !== startsOn)
    throw new Failure("not-found", refusals.missing);
  return campaign;
}

async function openDraft(context: WriteContext, key: CampaignKey): Promise<Campaign> {
  await lockCampaigns(context);
  const campaign = await named(context, key);
  assertDraftOf(campaign, key.agency);
  return campaign;
}

async function step(
  context: WriteContext,
  { code, agency, version, state }: Campaign,
  line: { action: string; payload: Record<string, unknown> },
): Promise<CampaignVersion> {
  await context.tx.campaign.update({ where: { code }, data: { version: version + 1 } });
  await context.audit({ chain: agency, subject: `campaign:${code}`, ...line });
  return { code, version: version + 1, state };
}

async function write(context: WriteContext, input: PutCampaign, before: number): Promise<CampaignVersion> {
  const { tx, actor, now } = context;
  const { code, agency, parent, phases, lines, scoring, expectedVersion: _, ...head } = input;
  const data = {
    ...head,
    ...scored(scoring),
    agencyCode: agency,
    parentCode: parent,
    startsOn: dateOfDay(input.startsOn),
    endsOn: dateOfDay(input.endsOn),
    draftedBy: actor.userId,
    draftedAt: now,
  };
  const version = before + 1;
  if (before === 0) await tx.campaign.create({ data: { code, ...data } });
  else await tx.campaign.update({ where: { code }, data: { ...data, version } });
  await tx.campaignLine.deleteMany({ where: { campaignCode: code } });
  await tx.campaignPhase.deleteMany({ where: { campaignCode: code } });
  await tx.campaignPhase.createMany({
    data: phases.map((phase, at) => ({ ...phaseRow(phase), campaignCode: code, position: at + 1 })),
  });
  await tx.campaignLine.createMany({
    data: lines.map((line, at) => ({ ...lineRow(line), campaignCode: code, position: at + 1 })),
  });
  await context.audit({
    chain: agency,
    action: "campaign.draft",
    subject: `campaign:${code}`,
    payload: { version, name: input.name, phases: phases.length, lines: lines.length },
  });
  return { code, version, state: "DRAFT" };
}

function scored(scoring: Period | null) {
  return { scoringYear: scoring?.year ?? null, scoringMonth: scoring?.month ?? null };
}

function dateOrNull(date: Day | null | undefined): Date | null {
  return date ? dateOfDay(date) : null;
}

function phaseRow({ startsOn, endsOn, scoring, reviewOn, ...phase }: PhaseInput) {
  const days = { startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), reviewOn: dateOrNull(reviewOn) };
  return { ...phase, ...days, ...scored(scoring) };
}

function lineRow({ pct, count, bands, dueOn, ...line }: LineInput) {
  const stored = bands?.map((band) => ({
    over: band.over.toString(),
    upTo: band.upTo?.toString() ?? null,
    basisPoints: band.pct === null ? null : String(band.pct),
  }));
  const { indicator = null, comparison = null, baselineYear = null, activity = null, quantity = null } = line;
  return {
    ...line,
    ...{ indicator, comparison, baselineYear, activity, quantity, dueOn: dateOrNull(dueOn) },
    ...{ basisPoints: pct ?? null, countValue: count ?? null },
    ...(stored && { bands: stored }),
  };
}
