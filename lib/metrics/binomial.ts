/**
 * The rate of the fewest whole successes that at least a share of binomial samples stay at or below, by exact summation
 * (floating point, good to about 1e-9 of the probability). Not interpolated between whole cases, so that what lies
 * beyond is at most as likely as said, also for a handful of cases. The work grows with the root of the trials.
 */
export function binomialQuantileRate(trials: number, rate: number, share: number): number {
  if (!Number.isInteger(trials) || trials <= 0) throw new RangeError(`Not a number of trials: ${trials}`);
  if (rate <= 0 || rate >= 1) return Math.min(1, Math.max(0, rate));
  const deviation = Math.sqrt(trials * rate * (1 - rate));
  let successes = Math.max(0, Math.floor(trials * rate - 9 * deviation - 9));
  let mass = Math.exp(logMass(trials, successes, rate));
  let upTo = mass;
  while (upTo < share && successes < trials) {
    mass *= ((trials - successes) / (successes + 1)) * (rate / (1 - rate));
    successes += 1;
    upTo += mass;
  }
  return successes / trials;
}

function logMass(trials: number, successes: number, rate: number): number {
  const ways = logFactorial(trials) - logFactorial(successes) - logFactorial(trials - successes);
  return ways + successes * Math.log(rate) + (trials - successes) * Math.log(1 - rate);
}

/** ln n! by Stirling's series; summed directly while small. */
function logFactorial(n: number): number {
  if (n < 20) {
    let sum = 0;
    for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
    return sum;
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
}
