import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { can, canSomewhere, type Permission } from "@/lib/auth/permissions";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay, periodContaining } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import { dayOfDate } from "@/lib/db/day";
import type { EvidenceType } from "@/lib/evidence/types";
import { activityRefusals } from "@/lib/i18n/activities";
import { campaignRefusals } from "@/lib/i18n/campaigns";
import { participants, standsOn } from "../rules";
import { findStored, readCampaigns } from "../stored/queries";
import type { Campaign, ListedCampaign } from "../types";
import { progressOf, sameClaim, takingPart } from "./rules";
import type { Activity, DoubleClaim, Participation, Registration, ShownActivity } from "./types";
import { totalsOf } from "./view";

const NEWEST = 20;
const everything = systemActor("claims");
const known = rememberWhileUnchanged<Participation>(200);

/** What agencies within reach did in a campaign and in those launched under it, who registered, and who did nothing. */
export function getParticipation(actor: Actor, code: string): Promise<Participation> {
  const viewer = actor.via === "system" ? "system" : [actor.userId, actor.assignments];
  return known(JSON.stringify([viewer, code]), () => readParticipation(actor, code));
}

async function readParticipation(actor: Actor, code: string): Promise<Participation> {
  if (!canSomewhere(actor, "results.read")) throw new Failure("not-found", campaignRefusals.missing);
  const organisation = await getOrganisation();
  const found = await inViewOf(actor, async (tx) => {
    const campaign = await findStored(tx, code);
    if (campaign === null || campaign.state === "DRAFT") return null;
    const codes = withDescendants(code, await readCampaigns(tx));
    return {
      campaign,
      activities: await readActivities(tx, codes),
      registrations: await readRegistrations(tx, organisation, campaign),
    };
  });
  if (!found) throw new Failure("not-found", campaignRefusals.missing);
  const { campaign, activities, registrations } = found;
  const on = standsOn(organisation, campaign);
  const taking = participants(organisation, campaign).filter(({ code: agency }) =>
    can(actor, "results.read", { agency, day: on }, organisation),
  );
  const countsFor = memoised((agency) => takingPart(organisation, campaign, agency));
  const active = new Set([
    ...activities.filter(({ state }) => state !== "WITHDRAWN").map(({ agency }) => countsFor(agency)),
    ...registrations.filter(({ isWithdrawn }) => !isWithdrawn).map(({ agency }) => countsFor(agency)),
  ]);
  const codes = taking.map((agency) => agency.code);
  return {
    progress: progressOf(campaign.lines, activities, codes, countsFor),
    totals: totalsOf(activities),
    activities: await shownOf(actor, organisation, newestFirst(activities)),
    reported: activities.length,
    registrations,
    idle: taking
      .filter((agency) => !active.has(agency.code))
      .map((each) => ({ agency: each.code, name: each.name })),
    taking: taking.length,
    own: ownOf(actor, organisation, campaign),
  };
}

/** What waits for a decision before what was decided, the newest first. */
function newestFirst(activities: readonly Activity[]): Activity[] {
  const waits = ({ state }: Activity) => Number(state === "REPORTED");
  return [...activities].sort((a, b) => waits(b) - waits(a)).slice(0, NEWEST);
}

function memoised(of: (agency: string) => string | null): (agency: string) => string | null {
  const answers = new Map<string, string | null>();
  return (agency) => {
    const answer = answers.has(agency) ? (answers.get(agency) ?? null) : of(agency);
    answers.set(agency, answer);
    return answer;
  };
}

function withDescendants(code: string, all: readonly ListedCampaign[]): string[] {
  const codes = [code];
  for (const each of codes)
    codes.push(...all.filter(({ parent }) => parent === each).map((child) => child.code));
  return codes;
}

/** The agencies that this person may report for here. */
function ownOf(actor: Actor, organisation: Organisation, campaign: Campaign): Participation["own"] {
  const on = standsOn(organisation, campaign);
  const homes = [...new Set(actor.assignments.map(({ agency }) => agency))];
  return homes.flatMap((agency) => {
    const stood = agencyAsOf(organisation, agency, on);
    const may = can(actor, "campaigns.join", { agency, day: on }, organisation);
    return stood && may && takingPart(organisation, campaign, agency) ? [{ agency, name: stood.name }] : [];
  });
}

async function readActivities(tx: Tx, codes: readonly string[]): Promise<Activity[]> {
  const rows = await tx.campaignActivity.findMany({
    where: { campaignCode: { in: [...codes] } },
    include: { evidence: { select: evidenceHead, orderBy: { addedAt: "asc" } } },
    orderBy: [{ reportedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(activityOf);
}

const evidenceHead = { id: true, name: true, type: true, size: true, sha256: true } as const;
type Row = NonNullable<Awaited<ReturnType<Tx["campaignActivity"]["findUnique"]>>> & {
  evidence: { id: string; name: string; type: string; size: number; sha256: string }[];
};

function activityOf({ campaignCode, agencyCode, happenedOn, ...row }: Row): Activity {
  return {
    ...row,
    campaign: campaignCode,
    agency: agencyCode,
    happenedOn: dayOfDate(happenedOn),
    kind: row.kind as Activity["kind"],
    state: row.state as Activity["state"],
    evidence: row.evidence.map((file) => ({ ...file, type: file.type as EvidenceType })),
  };
}

async function readRegistrations(
  tx: Tx,
  organisation: Organisation,
  campaign: Campaign,
): Promise<Registration[]> {
  const rows = await tx.campaignRegistration.findMany({
    where: { campaignCode: campaign.code },
    orderBy: [{ agencyCode: "asc" }, { person: "asc" }],
  });
  const on = standsOn(organisation, campaign);
  return rows.map(({ agencyCode, person, commitments, registeredAt, withdrawnAt }) => ({
    ...{ agency: agencyCode, person, commitments, registeredAt, isWithdrawn: withdrawnAt !== null },
    agencyName: agencyAsOf(organisation, agencyCode, on)?.name ?? agencyCode,
  }));
}

async function shownOf(
  actor: Actor,
  organisation: Organisation,
  activities: readonly Activity[],
): Promise<ShownActivity[]> {
  const open = activities.filter(({ state }) => state !== "WITHDRAWN").map(({ id }) => id);
  const others = open.length === 0 ? [] : await inViewOf(everything, (tx) => readCandidates(tx, open));
  const name = (agency: string, on: Day) => agencyAsOf(organisation, agency, on)?.name ?? agency;
  const may = (permission: Permission, { agency, happenedOn }: Activity) =>
    can(actor, permission, { agency, day: lastDay(periodContaining(happenedOn)) }, organisation);
  return activities.map((activity) => {
    const isOpen = activity.state === "REPORTED";
    return {
      ...activity,
      agencyName: name(activity.agency, activity.happenedOn),
      doubles: activity.state === "WITHDRAWN" ? [] : doublesOf(activity, others, name),
      mayDecide: isOpen && activity.reportedBy !== actor.userId && may("campaigns.verify", activity),
      mayWithdraw: isOpen && may("campaigns.join", activity),
    };
  });
}

/** Of agencies out of reach only who and when is told. */
function doublesOf(
  activity: Activity,
  others: readonly Activity[],
  name: (agency: string, on: Day) => string,
): DoubleClaim[] {
  return others.flatMap((other) => {
    const because = sameClaim(activity, other);
    if (because === null) return [];
    const { id, agency, campaign, happenedOn } = other;
    return [{ id, agency, agencyName: name(agency, happenedOn), campaign, happenedOn, because }];
  });
}

/** Every report of the system that could be of the same thing as one of these. */
async function readCandidates(tx: Tx, ids: readonly string[]): Promise<Activity[]> {
  const near = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT b.id::text AS id FROM campaign_activity a
    JOIN campaign_activity b ON b.id <> a.id AND b.state <> 'WITHDRAWN' AND b.kind = a.kind
      AND b.happened_on BETWEEN a.happened_on - 3 AND a.happened_on + 3
    WHERE a.id = ANY (${[...ids]}::uuid[])
    UNION
    SELECT DISTINCT y.activity_id::text FROM campaign_evidence x
    JOIN campaign_evidence y ON y.sha256 = x.sha256 AND y.activity_id <> x.activity_id
    JOIN campaign_activity b ON b.id = y.activity_id AND b.state <> 'WITHDRAWN'
    WHERE x.activity_id = ANY (${[...ids]}::uuid[])`;
  const rows = await tx.campaignActivity.findMany({
    where: { id: { in: near.map(({ id }) => id) } },
    include: { evidence: { select: evidenceHead } },
    orderBy: { id: "asc" },
  });
  return rows.map(activityOf);
}

export type EvidenceContent = { name: string; type: EvidenceType; bytes: Uint8Array };

/** A file of an activity for whoever may read its agency's results; missing and forbidden alike. */
export async function getEvidence(
  actor: Actor,
  { code, activity, file }: { code: string; activity: string; file: string },
): Promise<EvidenceContent> {
  const organisation = await getOrganisation();
  const row = await inViewOf(actor, (tx) =>
    tx.campaignEvidence.findFirst({
      where: { id: file, activityId: activity, activity: { campaignCode: code } },
      include: { activity: { select: { happenedOn: true } } },
    }),
  );
  const place = row && {
    agency: row.agencyCode,
    day: lastDay(periodContaining(dayOfDate(row.activity.happenedOn))),
  };
  if (!row || !place || !can(actor, "results.read", place, organisation))
    throw new Failure("not-found", activityRefusals.missing);
  return { name: row.name, type: row.type as EvidenceType, bytes: row.bytes };
}
