import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { activityRefusals as refusals } from "@/lib/i18n/activities";
import { campaignRefusals } from "@/lib/i18n/campaigns";
import { takingPart } from "../activities/rules";
import { findStored } from "../stored/queries";
import type { Campaign } from "../types";
import type { Register, Unregister } from "./schema";

export type Registered = { code: string; agency: string; person: string };

/** Registers an agency, or a person of it, with what they promise; a withdrawn registration is made anew. */
export async function register(context: WriteContext, input: Register): Promise<Registered> {
  const { tx, actor, now } = context;
  const { code, agency, person, commitments } = input;
  const campaign = await openCampaign(context, input);
  if (takingPart(context.organisation, campaign, agency) === null)
    throw new Failure("invalid", refusals.notTaking, { fields: { agency: refusals.notTaking } });
  const where = { campaignCode_agencyCode_person: { campaignCode: code, agencyCode: agency, person } };
  const before = await tx.campaignRegistration.findUnique({ where });
  if (before?.withdrawnAt === null) throw new Failure("conflict", refusals.registered);
  const data = { commitments, registeredBy: actor.userId, registeredAt: now, withdrawnAt: null };
  if (before) await tx.campaignRegistration.update({ where, data });
  else
    await tx.campaignRegistration.create({
      data: { campaignCode: code, agencyCode: agency, person, ...data },
    });
  await context.audit({
    chain: agency,
    action: "campaign.register",
    subject: `campaign:${code}`,
    payload: { person, commitments },
  });
  return { code, agency, person };
}

/** Takes a registration back. */
export async function unregister(context: WriteContext, input: Unregister): Promise<Registered> {
  const { tx, now } = context;
  const { code, agency, person } = input;
  await openCampaign(context, input);
  const { count } = await tx.campaignRegistration.updateMany({
    where: { campaignCode: code, agencyCode: agency, person, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  if (count === 0) throw new Failure("not-found", campaignRefusals.missing);
  await context.audit({
    chain: agency,
    action: "campaign.unregister",
    subject: `campaign:${code}`,
    payload: { person },
  });
  return { code, agency, person };
}

async function openCampaign({ tx }: WriteContext, { code, startsOn }: Unregister): Promise<Campaign> {
  const campaign = await findStored(tx, code);
  if (campaign === null || campaign.startsOn !== startsOn)
    throw new Failure("not-found", campaignRefusals.missing);
  if (campaign.state !== "ISSUED" && campaign.state !== "RUNNING")
    throw new Failure("precondition", refusals.notOpen);
  return campaign;
}
