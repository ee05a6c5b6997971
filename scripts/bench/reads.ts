import { fire, type Load, median, type Shot } from "./load";
import { describe, report, say } from "./report";

/** A and B in turn, `rounds` times; the medians of each. */
export async function interleave(
  a: Shot,
  b: Shot,
  connections: number,
  rounds = 5,
): Promise<[Load[], Load[]]> {
  const runs: [Load[], Load[]] = [[], []];
  await fire(() => a, { connections, milliseconds: 1_500 });
  await fire(() => b, { connections, milliseconds: 1_500 });
  for (let round = 0; round < rounds; round += 1) {
    runs[0].push(await fire(() => a, { connections, milliseconds: 2_000 }));
    runs[1].push(await fire(() => b, { connections, milliseconds: 2_000 }));
  }
  return runs;
}

/** A page or answer of the product against the floor, at one connection and, with a goal for it, at sixteen. */
export async function compareReads(
  name: string,
  product: Shot,
  floor: Shot,
  goals: { p50: number; perSecond?: number },
): Promise<void> {
  const [mine, theirs] = await interleave(product, floor, 1);
  const p50 = (loads: Load[]) => median(loads.map((load) => load.p50));
  say(
    `\n${name}, one connection\n  product ${describe(mine.at(-1) as Load)}\n  floor   ${describe(theirs.at(-1) as Load)}`,
  );
  report(`${name}: p50 at 1 connection`, p50(mine) / p50(theirs), goals.p50, "≤");
  report(
    `${name}: errors`,
    mine.concat(theirs).reduce((sum, { errors }) => sum + errors, 0),
    0,
    "≤",
    "",
  );
  if (goals.perSecond === undefined) return;
  const [crowd, crowdFloor] = await interleave(product, floor, 16, 3);
  const rate = (loads: Load[]) => median(loads.map((load) => load.perSecond));
  say(
    `${name}, 16 connections\n  product ${describe(crowd.at(-1) as Load)}\n  floor   ${describe(crowdFloor.at(-1) as Load)}`,
  );
  report(`${name}: requests per second at 16`, rate(crowd) / rate(crowdFloor), goals.perSecond, "≥");
}
