import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, unitsWithin } from "@/lib/agencies/rules";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { can, canSomewhere } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import { campaignRefusals } from "@/lib/i18n/campaigns";
import { findNames } from "@/lib/results/people/queries";
import { readLive } from "../live/queries";
import type { Live } from "../live/types";
import { findStored } from "../stored/queries";
import type { Campaign } from "../types";
import { changesSince, frozenRows, scoredOn } from "./rules";
import type { Frozen, FrozenInput, Snapshot } from "./types";

const everything = systemActor("standings");
const known = rememberWhileUnchanged<Frozen[]>(200);

/** Live standings of a phase over everybody who takes part, whoever asks: only for what is signed or compared with it. */
export function readWhole(campaign: Campaign, phase: number): Promise<Live | null> {
  const scored = scoredOn(campaign, phase);
  const [root] = campaign.scopeAgencies;
  return scored && root !== undefined ? readLive(scored, root, everything) : Promise.resolve(null);
}

/** The frozen standings of a campaign with what later corrections would change; rows of agencies out of reach left out. */
export function getFrozen(actor: Actor, code: string): Promise<Frozen[]> {
  const viewer = actor.via === "system" ? "system" : actor.assignments;
  return known(JSON.stringify([viewer, code]), () => readFrozen(actor, code));
}

async function readFrozen(actor: Actor, code: string): Promise<Frozen[]> {
  if (!canSomewhere(actor, "results.read")) throw new Failure("not-found", campaignRefusals.missing);
  const organisation = await getOrganisation();
  const found = await inViewOf(actor, async (tx) => {
    const campaign = await findStored(tx, code);
    if (campaign === null || campaign.state === "DRAFT") return null;
    const rows = await tx.campaignFreeze.findMany({
      where: { campaignCode: code },
      orderBy: { phase: "asc" },
    });
    const names = await findNames(
      tx,
      rows.map(({ frozenBy }) => frozenBy),
    );
    return { campaign, rows, names };
  });
  if (!found) throw new Failure("not-found", campaignRefusals.missing);
  const { campaign, rows, names } = found;
  const frozen: Frozen[] = [];
  for (const { phase, snapshot, hash, frozenBy, frozenAt } of rows) {
    const whole = JSON.parse(snapshot) as Snapshot;
    const live = await readWhole(campaign, phase);
    const changes = live ? changesSince(whole.standings, frozenRows(live)) : [];
    const day = whole.periods[0] ? lastDay(whole.periods[0]) : campaign.endsOn;
    const mayRead = (agency: string) =>
      agencyAsOf(organisation, agency, day) !== null &&
      can(actor, "results.read", { agency, day }, organisation);
    const sees = mayRead(whole.root);
    frozen.push({
      ...{ phase, phaseName: whole.phaseName, hash, by: names.get(frozenBy) ?? frozenBy, at: frozenAt },
      snapshot: {
        ...whole,
        lines: whole.lines.map((line) => (sees ? line : { ...line, whole: null })),
        standings: whole.standings.filter(({ agency }) => mayRead(agency)),
        activities: sees ? whole.activities : [],
        inputs: whole.inputs.filter(({ agency }) => mayRead(agency)),
      },
      changes: changes.filter(({ agency }) => mayRead(agency)),
    });
  }
  return frozen;
}

/** The reports of some months that count now, of a root and everybody below it. */
export async function readInputs(tx: Tx, root: string, periods: readonly Period[]): Promise<FrozenInput[]> {
  const organisation = await getOrganisation();
  const inputs: FrozenInput[] = [];
  for (const period of periods) {
    const units = unitsWithin(organisation, root, lastDay(period));
    inputs.push(
      ...(await tx.$queryRaw<FrozenInput[]>`
        SELECT c.agency_code AS agency, c.year, c.month, c.revision, c.done::text AS "casesDone",
          c.eligible::text AS "casesEligible", m.done::text AS "moneyDone", m.eligible::text AS "moneyEligible"
        FROM report_figures c
        JOIN report_figures m ON (m.agency_code, m.year, m.month, m.revision, m.slice, m.measure)
          = (c.agency_code, c.year, c.month, c.revision, 'total', 'money')
        WHERE c.year = ${period.year}::int AND c.month = ${period.month}::int AND c.standing = 'EFFECTIVE'
          AND c.slice = 'total' AND c.measure = 'cases' AND c.agency_code = ANY (${units})
        ORDER BY c.agency_code`),
    );
  }
  return inputs;
}
