import { agenciesAsOf, agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Agency, Organisation } from "@/lib/agencies/types";
import { addDays, type Day, day, isDay } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Period } from "@/lib/core/period";
import { campaignRefusals as refusals } from "@/lib/i18n/campaigns";
import type { LineInput, PhaseInput, PutCampaign } from "./schema";
import type { Campaign, CampaignLevel, CampaignState, Line } from "./types";

/** The way of a campaign: each state with those that may follow it. */
const NEXT: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  DRAFT: ["ISSUED"],
  ISSUED: ["RUNNING"],
  RUNNING: ["REVIEWING"],
  // After an interim review it goes on.
  REVIEWING: ["RUNNING", "CLOSED"],
  CLOSED: [],
};

const LEVELS: Readonly<Record<Agency["kind"], readonly CampaignLevel[]>> = {
  GENERAL_DEPARTMENT: ["STATE", "MINISTRY", "SYSTEM"],
  PROVINCE: ["PROVINCE"],
  DISTRICT: ["DISTRICT"],
};

/** The states a campaign may move to. */
export function nextStates(state: CampaignState): readonly CampaignState[] {
  return NEXT[state];
}

/** Refuses a step that leaves one out, and a plan that asks for nothing. */
export function assertMovable({ state, lines }: Pick<Campaign, "state" | "lines">, to: CampaignState): void {
  if (!NEXT[state].includes(to)) throw new Failure("precondition", refusals.wrongStep);
  if (to === "ISSUED" && lines.length === 0) throw new Failure("precondition", refusals.nothingAsked);
}

/** A level that fits who keeps the campaign, and a scope of agencies that stood then and are theirs. */
export function assertPlannable(
  organisation: Organisation,
  { agency, level, scopeAgencies, startsOn }: PutCampaign,
): void {
  const kind = organisation.kinds.get(agency);
  if (!kind || !LEVELS[kind].includes(level)) {
    throw new Failure("invalid", refusals.wrongLevel, { fields: { level: refusals.wrongLevel } });
  }
  for (const code of scopeAgencies) {
    const isOwn = code === agency || superiorsAsOf(organisation, code, startsOn).includes(agency);
    if (agencyAsOf(organisation, code, startsOn) !== null && isOwn) continue;
    const text = refusals.notWithin(code);
    throw new Failure("invalid", text, { fields: { scopeAgencies: text } });
  }
}

/** The day whose organisation takes part: the campaign's last, or the last on which its agency stood. */
export function standsOn(
  organisation: Organisation,
  { agency, endsOn }: Pick<Campaign, "agency" | "endsOn">,
): Day {
  if (agencyAsOf(organisation, agency, endsOn)) return endsOn;
  const until = organisation.versions.get(agency)?.at(-1)?.validUntil ?? null;
  return until === null || until > endsOn ? endsOn : addDays(until, -1);
}

/** The agencies that take part, sorted by code. */
export function participants(
  organisation: Organisation,
  campaign: Pick<Campaign, "agency" | "endsOn" | "scopeKinds" | "scopeAgencies">,
): Agency[] {
  const on = standsOn(organisation, campaign);
  const roots = new Set(campaign.scopeAgencies);
  const kinds: readonly string[] = campaign.scopeKinds;
  return agenciesAsOf(organisation, on)
    .filter(
      ({ code, kind }) =>
        kinds.includes(kind) &&
        (roots.has(code) || superiorsAsOf(organisation, code, on).some((superior) => roots.has(superior))),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The cumulative month that is scored for a line: its phase's, else the campaign's. */
export function windowOf(
  { scoring, phases }: Pick<Campaign, "scoring" | "phases">,
  { phase }: Line,
): Period | null {
  const own = phases.find(({ position }) => position === phase);
  return own?.scoring ?? scoring;
}

/** An earlier document moved to another year: dates, scoring windows, baselines and anniversaries go with it. */
export function movedTo(
  campaign: Campaign,
  startsOn: Day,
): Pick<PutCampaign, "startsOn" | "endsOn" | "scoring" | "phases" | "lines"> {
  const years = Number(startsOn.slice(0, 4)) - Number(campaign.startsOn.slice(0, 4));
  const moved = (date: Day) => sameDayIn(date, years);
  const movedScoring = (scoring: Period | null) =>
    scoring && { year: scoring.year + years, month: scoring.month };
  const phases = campaign.phases.map(
    ({ position: _, ...phase }): PhaseInput => ({
      ...phase,
      startsOn: moved(phase.startsOn),
      endsOn: moved(phase.endsOn),
      scoring: movedScoring(phase.scoring),
      reviewOn: phase.reviewOn && moved(phase.reviewOn),
      anniversaries: phase.anniversaries.map((each) => ({
        ...each,
        on: moved(each.on),
        years: each.years + years,
      })),
    }),
  );
  const endsOn = moved(campaign.endsOn);
  return {
    startsOn,
    endsOn: endsOn < startsOn ? startsOn : endsOn,
    scoring: movedScoring(campaign.scoring),
    phases,
    lines: campaign.lines.map((line) => movedLine(line, years)),
  };
}

function movedLine(line: Line, years: number): LineInput {
  const { kind, phase, wording, scope, source } = line;
  return {
    ...{ kind, phase, wording, scope, source },
    ...(line.indicator && { indicator: line.indicator }),
    ...(line.comparison && { comparison: line.comparison }),
    ...(line.basisPoints !== null && { pct: line.basisPoints }),
    ...(line.countValue !== null && { count: line.countValue }),
    ...(line.baselineYear !== null && { baselineYear: line.baselineYear + years }),
    ...(line.bands && {
      bands: line.bands.map(({ over, upTo, basisPoints }) => ({
        over,
        upTo,
        pct: basisPoints === null ? null : Number(basisPoints),
      })),
    }),
    ...(line.activity && { activity: line.activity }),
    ...(line.quantity !== null && { quantity: line.quantity }),
    ...(line.dueOn && { dueOn: sameDayIn(line.dueOn, years) }),
  };
}

/** The same day some years later; 29 February is the 28th where there is none. */
function sameDayIn(date: Day, years: number): Day {
  const text = `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
  return isDay(text) ? text : day(`${text.slice(0, 8)}28`);
}
