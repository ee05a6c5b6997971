import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can, canSomewhere } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay, periodContaining } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import { campaignRefusals } from "@/lib/i18n/campaigns";
import { readLive, rootFor } from "./live/queries";
import type { CampaignView } from "./live/types";
import { participants, standsOn } from "./rules";
import { findStored, readCampaigns } from "./stored/queries";
import type { Campaign, CampaignHead, ListedCampaign } from "./types";

const views = rememberWhileUnchanged<CampaignView>(200);

/** Every campaign of the system, newest first; drafts for those they belong to. */
export async function listCampaigns(actor: Actor): Promise<ListedCampaign[]> {
  if (!canSomewhere(actor, "results.read")) throw missing();
  const organisation = await getOrganisation();
  const all = await inViewOf(actor, readCampaigns);
  return all.filter((campaign) => campaign.state !== "DRAFT" || mayDo(actor, organisation, campaign));
}

/**
 * One campaign with its lines on the reports as they are now. Standings are of the agencies within reach; a draft is
 * missing to whoever may not plan it.
 */
export function getCampaign(actor: Actor, code: string, agency?: string): Promise<CampaignView> {
  const viewer = actor.via === "system" ? "system" : actor.assignments;
  return views(JSON.stringify([viewer, code, agency ?? null]), () => readCampaign(actor, code, agency));
}

async function readCampaign(actor: Actor, code: string, agency: string | undefined): Promise<CampaignView> {
  if (!canSomewhere(actor, "results.read")) throw missing();
  const organisation = await getOrganisation();
  const found = await inViewOf(actor, async (tx) => {
    const campaign = await findStored(tx, code);
    return campaign && { campaign, all: await readCampaigns(tx) };
  });
  if (!found) throw missing();
  const { campaign, all } = found;
  const mayPlan = mayDo(actor, organisation, campaign);
  if (campaign.state === "DRAFT" && !mayPlan) throw missing();
  const root = await rootFor(campaign, agency, actor);
  if (root === null && agency !== undefined) throw missing();
  const parent = all.find((each) => each.code === campaign.parent);
  return {
    campaign,
    names: namesIn(organisation, campaign),
    parent: parent ? { code: parent.code, name: parent.name } : null,
    children: all.filter(
      (each) => each.parent === code && (each.state !== "DRAFT" || mayDo(actor, organisation, each)),
    ),
    taken: all
      .filter((each) => campaign.respondsTo.includes(each.code))
      .map((each) => ({ code: each.code, name: each.name })),
    taking: participants(organisation, campaign).length,
    live: root === null ? null : await readLive(campaign, root, actor),
    mayPlan,
    mayIssue: mayDo(actor, organisation, campaign, "campaigns.issue"),
  };
}

function mayDo(
  actor: Actor,
  organisation: Organisation,
  { agency, startsOn }: CampaignHead,
  permission: "campaigns.plan" | "campaigns.issue" = "campaigns.plan",
): boolean {
  return can(actor, permission, { agency, day: lastDay(periodContaining(startsOn)) }, organisation);
}

function namesIn(organisation: Organisation, campaign: Campaign): Record<string, string> {
  const on = standsOn(organisation, campaign);
  const codes = [campaign.agency, ...campaign.scopeAgencies];
  return Object.fromEntries(codes.map((code) => [code, agencyAsOf(organisation, code, on)?.name ?? code]));
}

function missing(): Failure {
  return new Failure("not-found", campaignRefusals.missing);
}
