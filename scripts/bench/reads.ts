import { fire, type Load, median, type Shot } from "./load";
import { describe, report, say } from "./report";
import type { Stage } from "./stage";

/** A and B in turn, `rounds` times; the medians of each. */
async function interleave(a: Shot, b: Shot, connections: number, rounds = 5): Promise<[Load[], Load[]]> {
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

const middle = (loads: readonly Load[]) => median(loads.map(({ p50 }) => p50));
const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond));

/** Something is written: nothing that was remembered answers any more. */
const write = ({ owner }: Stage) =>
  owner.query("SELECT audit_append('bench', 'bench', 'bench.write', 'bench', '{}')");

/** The first read after a write, in milliseconds beside the floor's: the medians of `rounds`. */
export async function firstReads(
  stage: Stage,
  product: Shot,
  floor: Shot,
  rounds = 15,
): Promise<[number, number]> {
  const once = { connections: 1, milliseconds: 60_000, limit: 1 };
  const [mine, theirs]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await write(stage);
    mine.push(await fire(() => product, once));
    await write(stage);
    theirs.push(await fire(() => floor, once));
  }
  return [middle(mine), middle(theirs)];
}

/** What a reader gets who comes first after a write, alone and with fifteen others while writing does not pause. */
export async function compareFirstReads(
  stage: Stage,
  name: string,
  product: Shot,
  floor: Shot,
): Promise<void> {
  const [mine, theirs] = await firstReads(stage, product, floor);
  report(`${name}, first read after a write: p50 at 1`, mine / theirs, 2, "≤");
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await write(stage);
  })();
  const [crowd, crowdFloor] = await interleave(product, floor, 16, 2);
  isOver = true;
  await writing;
  report(`${name}, writing without pause: per second at 16`, rate(crowd) / rate(crowdFloor), 0.3, "≥");
}

/** A page on unchanged data beside an empty page of the same build. */
export async function compareWithEmpty(stage: Stage, name: string, product: Shot): Promise<void> {
  const [same, none] = await interleave(product, { url: `${stage.productUrl}/dang-nhap/trong` }, 16, 3);
  report(`${name}, unchanged: per second against an empty page`, rate(same) / rate(none), 0.75, "≥");
}
