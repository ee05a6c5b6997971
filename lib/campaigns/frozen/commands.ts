import { createHash } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { systemActor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import { campaignRefusals as refusals } from "@/lib/i18n/campaigns";
import { getParticipation } from "../activities/queries";
import { findStored } from "../stored/queries";
import { readInputs, readWhole } from "./queries";
import { restsOnItsInputs, scoredOn, snapshotOf } from "./rules";
import type { Freeze } from "./schema";

export type FrozenStandings = { code: string; phase: number; hash: string };

/** Signs the standings of a phase as they are now: written once, its hash in the chain of the campaign's agency. */
export async function freezeStandings(context: WriteContext, input: Freeze): Promise<FrozenStandings> {
  const { tx, actor, now } = context;
  const { agency, code, startsOn, phase } = input;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('campaigns', 0))`;
  const campaign = await findStored(tx, code);
  const scored = campaign && scoredOn(campaign, phase);
  if (campaign?.agency !== agency || campaign.startsOn !== startsOn || !scored)
    throw new Failure("not-found", refusals.missing);
  if (campaign.state !== "REVIEWING") throw new Failure("precondition", refusals.notReviewing);
  const before = await tx.campaignFreeze.count({ where: { campaignCode: code, phase } });
  if (before > 0) throw new Failure("conflict", refusals.frozen);
  const live = await readWhole(campaign, phase);
  if (!live || live.standings.length === 0) throw new Failure("precondition", refusals.nothingToFreeze);
  const { progress } = await getParticipation(systemActor("standings"), code);
  const periods = snapshotOf(campaign, phase, live, { progress, inputs: [] }).periods;
  const inputs = await readInputs(tx, live.root.agency, periods);
  const snapshot = snapshotOf(campaign, phase, live, { progress, inputs });
  if (!restsOnItsInputs(snapshot)) throw new Failure("conflict", refusals.changedMeanwhile);
  const text = JSON.stringify(snapshot);
  const hash = createHash("sha256").update(text).digest("hex");
  await tx.campaignFreeze.create({
    data: { campaignCode: code, phase, snapshot: text, hash, frozenBy: actor.userId, frozenAt: now },
  });
  await context.audit({
    chain: agency,
    action: "campaign.freeze",
    subject: `campaign:${code}`,
    payload: { phase, hash, standings: snapshot.standings.length, inputs: inputs.length },
  });
  return { code, phase, hash };
}
