import type { Load } from "./load";

let missed = 0;

/** One line of the bench's own words. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One measured figure beside its goal, and whether it holds. */
export function report(name: string, value: number, goal: number, direction: "≤" | "≥", unit = "×"): void {
  const holds = direction === "≤" ? value <= goal : value >= goal;
  if (!holds) missed += 1;
  say(
    `${holds ? "holds " : "MISSED"}  ${name.padEnd(58)} ${value.toFixed(2)} ${unit}  (goal ${direction} ${goal} ${unit})`,
  );
}

/** A load in one line. */
export const describe = ({ count, errors, perSecond, p50, p99 }: Load) =>
  `${count} requests, ${errors} errors, ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;

/** How many goals were missed so far. */
export function missedGoals(): number {
  return missed;
}
