import { units2022 } from "@/prisma/seed/demo/units";
import { generateHistory } from "@/prisma/seed/history/generate";
import { loadHistory } from "@/prisma/seed/history/load";
import { fire, type Load, median, type Shot } from "./load";
import { compareReads, interleave } from "./reads";
import { report, say } from "./report";
import type { Stage } from "./stage";

/** Before the demonstration's own 2018–2022: ten statistical years together. */
const EARLIER = [2013, 2014, 2015, 2016, 2017];

const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond));
const middle = (loads: readonly Load[]) => median(loads.map(({ p50 }) => p50));

/** The overview of nation, province and district beside the floor, with ten years loaded, and what the years cost. */
export async function compareHistory(stage: Stage): Promise<void> {
  const { productUrl, floorUrl, cookie } = stage;
  const overview = (agency: string): Shot => ({
    url: `${productUrl}/tong-quan?agency=${agency}&year=2022&month=12`,
    headers: { cookie },
  });
  const floor: Shot = { url: `${floorUrl}/standings` };
  const before = await firstReads(stage, overview("tc"));
  await loadEarlier(stage);
  for (const [name, agency] of [
    ["nation", "tc"] as const,
    ["province", "cuc-hung-yen"] as const,
    ["district", "cc-325"] as const,
  ]) {
    await compareReads(`overview of a ${name}, ten years`, overview(agency), floor, {
      p50: 2,
      perSecond: 0.3,
    });
  }
  const empty: Shot = { url: `${productUrl}/dang-nhap/trong` };
  const [same, none] = await interleave(overview("tc"), empty, 16, 3);
  report("unchanged overview: requests per second against an empty page", rate(same) / rate(none), 0.75, "≥");
  const after = await firstReads(stage, overview("tc"));
  say(
    `first overview after a write: ${before.toFixed(0)} ms with five years, ${after.toFixed(0)} ms with ten`,
  );
  report("first overview after a write, ten years against five", after / before, 1.2, "≤");
}

async function loadEarlier({ owner }: Stage): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    const years = generateHistory({
      seed: 20_130,
      agencies: units2022(20_130),
      years: EARLIER,
      pandemicYear: null,
    });
    const reports = await loadHistory(client, years);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    say(`\n${reports} reports of ${EARLIER[0]}–${EARLIER.at(-1)} loaded beside 2018–2022`);
  } finally {
    client.release();
  }
}

/** Each time something was written in between, so that nothing remembered answers; the median of nine. */
async function firstReads({ owner }: Stage, shot: Shot): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 9; at += 1) {
    await owner.query("SELECT audit_append('bench', 'bench', 'bench.write', 'bench', '{}')");
    times.push(middle([await fire(() => shot, { connections: 1, milliseconds: 60_000, limit: 1 })]));
  }
  return median(times);
}
