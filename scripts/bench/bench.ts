import { gzipSync } from "node:zlib";
import { auditInBrowser } from "./browser";
import { compareHistory } from "./history";
import { importMonth } from "./imports";
import { fire, type Load, median, type Shot } from "./load";
import { compareFirstReads, compareReads, compareWithEmpty } from "./reads";
import { describe, missedGoals, report, say } from "./report";
import { prepareSaves, type SaveRun } from "./saves";
import { raise, type Stage } from "./stage";

async function compareSaves(stage: Stage): Promise<void> {
  const run: SaveRun = await prepareSaves(stage);
  const [mine, theirs]: [Load[], Load[]] = [[], []];
  await fire(run.product, { connections: 64, milliseconds: 5_000 });
  for (let round = 0; round < 3; round += 1) {
    mine.push(await fire(run.product, { connections: 64, milliseconds: 4_000 }));
    theirs.push(await fire(run.floor, { connections: 64, milliseconds: 3_000 }));
  }
  const rate = (loads: Load[]) => median(loads.map((load) => load.perSecond));
  say(
    `\nsaves, 64 connections\n  product ${describe(mine.at(-1) as Load)}\n  floor   ${describe(theirs.at(-1) as Load)}`,
  );
  report("saves with rules and audit: per second at 64", rate(mine) / rate(theirs), 0.15, "≥");
  report("saves answered but lost", await run.lost(), 0, "≤", "");
}

async function scriptBytes(url: string, cookie: string): Promise<number> {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? ""));
  let total = 0;
  for (const source of sources) {
    const code = await (await fetch(new URL(source, url))).text();
    total += gzipSync(code).length;
  }
  return total;
}

async function main(): Promise<void> {
  say("Two cores shared by load, server and database: only the ratios inside this run mean anything.");
  const stage = await raise();
  try {
    const { productUrl, floorUrl, cookie, token } = stage;
    const page: Shot = { url: `${productUrl}/ket-qua?year=2022&month=12`, headers: { cookie } };
    const rates: Shot = {
      url: `${productUrl}/api/v1/rates?year=2022&month=12&agency=tc&children=true`,
      headers: { authorization: `Bearer ${token}` },
    };
    const floor: Shot = { url: `${floorUrl}/standings` };
    const first = await fetch(page.url, { headers: { cookie } });
    if (first.status !== 200) throw new Error(`the leaders' table answered ${first.status}`);
    const html = await first.text();
    report("memory after the first page", stage.memoryMb(), 250, "≤", "MB");
    say(`leaders' table HTML: ${(gzipSync(html).length / 1024).toFixed(1)} kB gzip`);
    const [route, empty] = [
      await scriptBytes(page.url, cookie),
      await scriptBytes(`${productUrl}/dang-nhap/trong`, ""),
    ];
    say(
      `script: route ${(route / 1024).toFixed(1)} kB gzip, page that is not found ${(empty / 1024).toFixed(1)} kB gzip`,
    );
    report("route JavaScript against an empty page of the build", route / empty, 1.05, "≤");
    await compareReads("leaders' table, unchanged", page, floor, { p50: 2, perSecond: 0.3 });
    await compareFirstReads(stage, "leaders' table", page, floor);
    await compareWithEmpty(stage, "leaders' table", page);
    await auditInBrowser(stage);
    await compareReads("rates API", rates, floor, { p50: 1 });
    await compareSaves(stage);
    const { seconds, rows, accepted } = await importMonth(stage);
    say(
      `\nimport of 768 reports through the API, all rules: ${accepted} of ${rows} rows in ${seconds.toFixed(2)} s`,
    );
    report("imported rows dropped", rows - accepted, 0, "≤", "");
    await compareHistory(stage);
  } finally {
    await stage.strike();
  }
  const missed = missedGoals();
  say(`\n${missed === 0 ? "Every goal holds." : `${missed} goal(s) missed.`}`);
  process.exit(0);
}

await main();
