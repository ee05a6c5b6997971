import { percent } from "@/lib/core/ratio";
import { targetRate } from "@/lib/metrics/target";
import type { ActivityProgress } from "../activities/types";
import type { LineStanding, Live } from "../live/types";
import type { Campaign } from "../types";
import type { Change, FrozenCell, FrozenInput, FrozenRow, Snapshot } from "./types";

/** The campaign as one phase scores it: its own window for every line that is not another phase's; 0 is the whole. */
export function scoredOn(campaign: Campaign, phase: number): Campaign | null {
  if (phase === 0) return campaign;
  const own = campaign.phases.find(({ position }) => position === phase);
  if (!own) return null;
  const lines = campaign.lines.filter((line) => line.phase === null || line.phase === phase);
  return { ...campaign, scoring: own.scoring ?? campaign.scoring, lines };
}

function frozenCell({ ratio, count, target, verdict }: LineStanding): FrozenCell {
  const rate = target && targetRate(target);
  return {
    numerator: ratio?.numerator.toString() ?? null,
    denominator: ratio?.denominator.toString() ?? null,
    count: count?.toString() ?? null,
    targetPct: rate && percent({ numerator: rate.n, denominator: rate.d }),
    verdict,
  };
}

/** Where everybody stands, as plain text and numbers. */
export function frozenRows(live: Live): FrozenRow[] {
  return live.standings.map(({ agency, name, own, rank, met, judged, caseload, illustrative, lines }) => ({
    ...{ agency, name, own, rank, met, judged, illustrative },
    caseload: caseload?.toString() ?? null,
    lines: Object.fromEntries(Object.entries(lines).map(([at, each]) => [at, frozenCell(each)])),
  }));
}

/** What is signed. */
export function snapshotOf(
  campaign: Campaign,
  phase: number,
  live: Live,
  { progress, inputs }: { progress: readonly ActivityProgress[]; inputs: readonly FrozenInput[] },
): Snapshot {
  const name = campaign.phases.find(({ position }) => position === phase)?.name ?? campaign.name;
  const periods = live.lines.flatMap(({ period }) => period ?? []);
  return {
    ...{ campaign: campaign.code, phase, phaseName: name, root: live.root.agency },
    periods: [...new Map(periods.map((each) => [`${each.year}-${each.month}`, each])).values()],
    lines: live.lines.map(({ line, standing, isCompared }) => ({
      ...{ position: line.position, wording: line.wording, indicator: line.indicator, isCompared },
      whole: standing && frozenCell(standing),
    })),
    standings: frozenRows(live),
    activities: progress.map(({ line, verified, waiting, reached, asked }) => ({
      ...{ position: line.position, wording: line.wording, reached, asked },
      ...{ verified: verified.toString(), waiting: waiting.toString() },
    })),
    inputs,
  };
}

/** Whether the reports that are listed add up to the whole's first compared ratio of their months. */
export function restsOnItsInputs({ inputs, lines, periods }: Snapshot): boolean {
  if (periods.length !== 1) return true;
  const sum = (of: (input: FrozenInput) => string) =>
    inputs.reduce((total, each) => total + BigInt(of(each)), 0n);
  return lines
    .filter(({ isCompared }) => isCompared)
    .every(({ indicator, whole }) => {
      const isMoney = indicator === "R_M";
      const done = sum(({ casesDone, moneyDone }) => (isMoney ? moneyDone : casesDone));
      const eligible = sum(({ casesEligible, moneyEligible }) => (isMoney ? moneyEligible : casesEligible));
      return (
        whole?.numerator == null ||
        (whole.numerator === String(done) && whole.denominator === String(eligible))
      );
    });
}

/** What would be otherwise if it were frozen today: every rate, verdict and rank that changed. */
export function changesSince(frozen: readonly FrozenRow[], today: readonly FrozenRow[]): Change[] {
  const now = new Map(today.map((row) => [keyOf(row), row]));
  return frozen.flatMap((row) => {
    const after = now.get(keyOf(row));
    const { agency, name } = row;
    const lines = Object.entries(row.lines).flatMap(([at, cell]): Change[] => {
      const [before, later] = [cellText(cell), cellText(after?.lines[at])];
      return before === later ? [] : [{ agency, name, line: Number(at), before, after: later }];
    });
    const ranks = [row.rank, after?.rank ?? null].map((rank) => (rank === null ? "–" : String(rank)));
    const [before = "", later = ""] = ranks;
    return before === later ? lines : [...lines, { agency, name, line: null, before, after: later }];
  });
}

function keyOf({ agency, own }: FrozenRow): string {
  return `${agency} ${own}`;
}

/** A cell with everything that counts: the exact numbers and the verdict. */
function cellText(cell: FrozenCell | undefined): string {
  if (!cell) return "–";
  const { numerator, denominator, count, verdict } = cell;
  if (numerator === null || denominator === null) return `${count ?? "–"} ${verdict}`;
  const rate = percent({ numerator: BigInt(numerator), denominator: BigInt(denominator) });
  return `${numerator}/${denominator} = ${rate ?? "–"} % ${verdict}`;
}
