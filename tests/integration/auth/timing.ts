/** One way of asking; `run` is timed. */
export type Way = { name: string; run: (round: number) => Promise<unknown> };

export type Comparison = { p: number; difference: number; isLeak: boolean };

/** Below this share of the slower median a difference is no use to a guesser over a network. */
const NOTICEABLE = 0.1;
const SHUFFLES = 2_000;

/** Milliseconds of every way, asked by turns and in another order each round, so that the machine's moods hit all alike. */
export async function timesOf(ways: readonly Way[], rounds: number): Promise<Map<string, number[]>> {
  const times = new Map(ways.map(({ name }) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round += 1) {
    for (let at = 0; at < ways.length; at += 1) {
      const way = ways[(at + Math.max(round, 0)) % ways.length];
      if (!way) continue;
      const start = performance.now();
      await way.run(round);
      // The first rounds warm up.
      if (round >= 0) times.get(way.name)?.push(performance.now() - start);
    }
  }
  return times;
}

/**
 * Whether two ways can be told apart by the time they take: a permutation test of the difference of medians. A leak is
 * a difference that chance does not explain (p < 0.001) and that is large enough to be measured from outside.
 */
export function compare(one: readonly number[] = [], other: readonly number[] = []): Comparison {
  const observed = Math.abs(median(one) - median(other));
  const pooled = [...one, ...other];
  const random = seeded(20_220_930);
  let asLarge = 1;
  for (let at = 0; at < SHUFFLES; at += 1) {
    shuffle(pooled, random);
    const gap = Math.abs(median(pooled.slice(0, one.length)) - median(pooled.slice(one.length)));
    if (gap >= observed) asLarge += 1;
  }
  const p = asLarge / (SHUFFLES + 1);
  const difference = observed / Math.max(median(one), median(other));
  return { p, difference, isLeak: p < 0.001 && difference > NOTICEABLE };
}

/** "unknown / wrong Δ 0.4 % p 0.61" */
export function told(names: string, { p, difference }: Comparison): string {
  return `${names} Δ ${(difference * 100).toFixed(1)} % p ${p.toFixed(3)}`.trimStart();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

function shuffle(values: number[], random: () => number): void {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
}

/** mulberry32: the same shuffles in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
