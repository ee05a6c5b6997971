import type { Ratio } from "@/lib/core/ratio";
import type { Facts } from "@/lib/metrics/signals/facts";
import { ascending, MILLION, median, spread } from "@/lib/metrics/signals/fixed";
import type { Evidence, TargetOf } from "@/lib/metrics/signals/types";

/** How far one agency's year is from what is usual for one kind of signal, before peers and history are asked. */
export type Reading = {
  agency: string;
  /** Deviation in millionths of a unit that is comparable among agencies of like size. */
  residual: bigint;
  /** What peers are matched by. */
  size: bigint;
  excess: bigint;
  counterfactual: Ratio;
  months: readonly number[];
  evidence: readonly Evidence[];
  /** Something else speaks against the pattern, such as money that rose as well. */
  isExplained?: boolean;
};

/** The agencies of one statistical year and what they were asked to reach. */
export type Cohort = { year: number; facts: readonly Facts[]; targetOf: TargetOf };

/** A reading beside those of its peers and its own earlier ones; the score is in hundredths of a deviation. */
export type Scored = { reading: Reading; score: bigint };

type Deviating = { reading: Reading; residual: bigint };
type Measured = { centred: bigint; deviation: bigint };

/** Readings of one year less what is usual among agencies of like size, by agency. */
export function centredAmongPeers(readings: readonly Reading[], peers: number): Map<string, bigint> {
  const list = readings.map((reading) => ({ reading, residual: reading.residual }));
  return new Map(
    [...amongPeers(list, { peers, least: 1n })].map(([agency, { centred }]) => [agency, centred]),
  );
}

/**
 * Scores of one year's readings. From each is taken what the agency's own earlier years show, the more the more of
 * them there are, so that a lasting habit of a place is not asked about each year; unless it is twice as far from the
 * peers as a new one would have to be.
 */
export function scored(
  readings: readonly Reading[],
  earlier: readonly ReadonlyMap<string, bigint>[],
  options: { peers: number; least: bigint },
): Scored[] {
  const alone = readings.map((reading) => ({ reading, residual: reading.residual }));
  const plain = amongPeers(alone, options);
  const adjusted = amongPeers(
    alone.map(({ reading, residual }) => {
      const habits = earlier.flatMap((year) => year.get(reading.agency) ?? []);
      const years = BigInt(habits.length);
      return { reading, residual: residual - (median(habits) * years) / (years + 1n) };
    }),
    options,
  );
  return readings.map((reading) => {
    const [lasting, own] = [
      hundredths(plain.get(reading.agency)) / 2n,
      hundredths(adjusted.get(reading.agency)),
    ];
    return { reading, score: own > lasting ? own : lasting };
  });
}

function hundredths(measured: Measured | undefined): bigint {
  return measured === undefined ? 0n : (measured.centred * 100n) / measured.deviation;
}

/**
 * Each beside the agencies nearest in size (so many on either side): their median is what is usual, their median
 * absolute deviation the measure, never below `least`.
 */
function amongPeers(
  list: readonly Deviating[],
  { peers, least }: { peers: number; least: bigint },
): Map<string, Measured> {
  const ordered = [...list].sort((a, b) => ascending(a.reading.size, b.reading.size));
  return new Map(
    ordered.map(({ reading, residual }, place) => {
      const first = Math.max(0, Math.min(place - peers, ordered.length - 2 * peers - 1));
      const residuals = ordered.slice(first, first + 2 * peers + 1).map((each) => each.residual);
      const usual = median(residuals);
      const measured = spread(residuals, usual);
      return [reading.agency, { centred: residual - usual, deviation: measured > least ? measured : least }];
    }),
  );
}

/** So many millionths of a number, rounded towards 0. */
export function millionths(share: bigint, of: bigint): bigint {
  return (share * of) / MILLION;
}
