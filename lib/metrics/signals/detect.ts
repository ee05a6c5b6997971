import { compareRatios, type Ratio } from "@/lib/core/ratio";
import { bunchings } from "@/lib/metrics/signals/bunching";
import { dips } from "@/lib/metrics/signals/dip";
import { entrustments } from "@/lib/metrics/signals/entrustment";
import { at, type Facts, factsOf } from "@/lib/metrics/signals/facts";
import { moneyless, type Removed } from "@/lib/metrics/signals/moneyless";
import { type Cohort, centredAmongPeers, type Reading, scored } from "@/lib/metrics/signals/reading";
import { reclassifications } from "@/lib/metrics/signals/reclassification";
import { BUNCHING, PEERS, SIGNAL_THRESHOLDS, type SignalThreshold } from "@/lib/metrics/signals/thresholds";
import type { Signal, SignalKind, SignalYear, TargetOf } from "@/lib/metrics/signals/types";

export type SignalQuestion = {
  /** The year in question, the years before it and, for October, the one after it. */
  years: readonly SignalYear[];
  year: number;
  targetOf: TargetOf;
  thresholds?: Readonly<Record<SignalKind, SignalThreshold>>;
};

/** Earlier years that tell what is usual for an agency. */
const HISTORY = 5;

type Compared = keyof typeof PEERS.least;
type ByKind = ReadonlyMap<Compared, readonly Reading[]>;

/**
 * What is worth asking about in one year, strongest first. Each agency is compared with its peers of that year and with
 * its own earlier years; only complete years take part. Fewer than PEERS.fewest of them: nothing is asked.
 */
export function signalsOf({
  years,
  year,
  targetOf,
  thresholds = SIGNAL_THRESHOLDS,
}: SignalQuestion): Signal[] {
  const cohorts = Array.from({ length: HISTORY + 1 }, (_, back) => cohortOf(years, year - back, targetOf));
  const [now, ...before] = cohorts.map(readingsOf);
  const recent = cohorts.slice(0, BUNCHING.years).filter(({ facts }) => facts.length >= PEERS.fewest);
  if (now === undefined || recent[0]?.year !== year) return [];
  const facts = new Map(recent[0].facts.map((one) => [one.agency, one]));
  const ask = (kind: SignalKind, reading: Reading, score: bigint) =>
    asked(kind, reading, score, facts.get(reading.agency), thresholds[kind]);
  const compared = [...now].flatMap(([kind, readings]) => {
    const earlier = before.map((each) => centredAmongPeers(each.get(kind) ?? [], PEERS.each));
    const options = { peers: PEERS.each, least: PEERS.least[kind] };
    return scored(readings, earlier, options).flatMap(({ reading, score }) => ask(kind, reading, score));
  });
  const bunched = bunchings(recent).flatMap((reading) =>
    ask("bunching", reading, reading.residual / 10_000n),
  );
  return [...compared, ...bunched].sort((a, b) =>
    a.score < b.score ? 1 : a.score > b.score ? -1 : a.agency < b.agency ? -1 : 1,
  );
}

function cohortOf(years: readonly SignalYear[], year: number, targetOf: TargetOf): Cohort {
  const next = new Map(years.filter((each) => each.year === year + 1).map((each) => [each.agency, each]));
  const facts = years
    .filter((each) => each.year === year)
    .flatMap((each) => factsOf(each, next.get(each.agency)) ?? []);
  return { year, facts, targetOf };
}

function readingsOf(cohort: Cohort): ByKind {
  if (cohort.facts.length < PEERS.fewest) return new Map();
  const [moved, entrusted, held] = [reclassifications(cohort), entrustments(cohort), dips(cohort)];
  return new Map<Compared, readonly Reading[]>([
    ["lateReclassification", moved],
    ["circularEntrustment", entrusted],
    ["septemberDip", held],
    ["doneWithoutMoney", moneyless(cohort, removedBy([moved, entrusted, held]))],
  ]);
}

function removedBy(readings: readonly (readonly Reading[])[]): Removed {
  const removed = new Map<string, bigint>();
  for (const { agency, excess } of readings.flat()) {
    if (excess > 0n) removed.set(agency, (removed.get(agency) ?? 0n) + excess);
  }
  return removed;
}

function asked(
  kind: SignalKind,
  reading: Reading,
  score: bigint,
  facts: Facts | undefined,
  threshold: SignalThreshold,
): Signal[] {
  if (facts === undefined || score < threshold.score || reading.isExplained) return [];
  const reported = { numerator: at(facts.cases.done, 12), denominator: at(facts.cases.eligible, 12) };
  const { agency, excess, counterfactual, months, evidence } = reading;
  const isSmall =
    kind !== "bunching" && (excess < threshold.cases || !differs(reported, counterfactual, threshold));
  if (isSmall || reported.denominator === 0n) return [];
  return [{ agency, year: facts.year, months, kind, evidence, reported, counterfactual, excess, score }];
}

/** Whether the reported rate lies so many basis points above the one without the pattern. */
function differs(reported: Ratio, without: Ratio, { basisPoints }: SignalThreshold): boolean {
  if (without.denominator === 0n || reported.denominator === 0n) return false;
  const raised = {
    numerator: without.numerator * 10_000n + basisPoints * without.denominator,
    denominator: without.denominator * 10_000n,
  };
  return compareRatios(reported, raised) >= 0;
}
