import { units2022 } from "@/prisma/seed/demo/units";
import { generateHistory } from "@/prisma/seed/history/generate";
import { loadHistory } from "@/prisma/seed/history/load";
import type { Shot } from "./load";
import { compareFirstReads, compareReads, compareWithEmpty, firstReads } from "./reads";
import { report, say } from "./report";
import type { Stage } from "./stage";

/** Before the demonstration's own 2018–2022: ten statistical years together. */
const EARLIER = [2013, 2014, 2015, 2016, 2017];

/** The overview of nation, province and district beside the floor, with ten years loaded, and what the years cost. */
export async function compareHistory(stage: Stage): Promise<void> {
  const { productUrl, floorUrl, cookie } = stage;
  const overview = (agency: string): Shot => ({
    url: `${productUrl}/tong-quan?agency=${agency}&year=2022&month=12`,
    headers: { cookie },
  });
  const floor: Shot = { url: `${floorUrl}/standings` };
  const [before] = await firstReads(stage, overview("tc"), floor, 9);
  await loadEarlier(stage);
  for (const [name, agency] of [
    ["nation", "tc"] as const,
    ["province", "cuc-hung-yen"] as const,
    ["district", "cc-325"] as const,
  ]) {
    const title = `overview of a ${name}`;
    await compareReads(`${title}, unchanged`, overview(agency), floor, { p50: 2, perSecond: 0.3 });
    await compareFirstReads(stage, title, overview(agency), floor);
  }
  await compareWithEmpty(stage, "overview", overview("tc"));
  const [after] = await firstReads(stage, overview("tc"), floor, 9);
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
