import { afterAll, beforeAll, expect, test } from "vitest";
import { getCampaign } from "@/lib/campaigns/queries";
import { campaignBody } from "@/lib/campaigns/view";
import { percent } from "@/lib/core/ratio";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { loadCampaigns } from "@/prisma/seed/load-campaigns";
import { audited, loadReports, loadTargets, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;

const report = (agency: string, year: number, month: number, done: bigint, eligible: bigint) =>
  simpleReport(
    { agency, year, month },
    { cases: { done, eligible }, money: { done: done * 1_000_003n, eligible: eligible * 2_000_029n } },
  );

beforeAll(async () => {
  db = await testDatabase();
  await audited(db.owner, (client) => loadCampaigns(client as never));
  await loadReports(db.owner, [
    report("cuc-hung-yen", 2022, 9, 700n, 1_000n),
    report("cc-325", 2022, 9, 2_300n, 3_001n),
    report("cc-326", 2022, 8, 1n, 2n),
    report("cuc-nghe-an", 2022, 9, 5_920n, 8_000n),
    report("cuc-ha-noi", 2022, 9, 20_000n, 30_000n),
    report("cuc-ben-tre", 2022, 9, 10n, 20n),
    report("cuc-hung-yen", 2022, 12, 800n, 1_000n),
  ]);
  await loadTargets(db.owner, [
    { agency: "cuc-hung-yen", year: 2022, indicator: "R_C", comparison: "above", basisPoints: 8300 },
  ]);
}, 300_000);
afterAll(() => db.close());

test("the standings are the scoreboard's own ratios, to the last digit, each against the band of its docket", async () => {
  const leader = await readerAt("LEADER", "tc");
  const { live } = await getCampaign(leader, "cao-diem-thads-2022");
  const board = await getScoreboard(leader, {
    ...{ agency: "tc", year: 2022, month: 9, includeSubmitted: false, withYear: false },
  });
  expect(live?.standings).toHaveLength(63);
  for (const node of board.children) {
    const row = live?.standings.find(({ agency }) => agency === node.agency);
    expect(row?.lines[1]?.ratio).toEqual(node.cases.ratio);
  }
  expect(live?.lines[0]?.standing?.ratio).toEqual(board.root.cases.ratio);
  const of = (agency: string) => live?.standings.find((row) => row.agency === agency);
  // 3.000 of 4.001 is 74,98 %: below the 75 % of its band by nothing a rounded rate would show as much.
  expect(of("cuc-hung-yen")).toMatchObject({ caseload: 4_001n, rank: 2, met: 0 });
  expect(of("cuc-hung-yen")?.lines[1]).toMatchObject({ verdict: "NOT_MET", remaining: 1n });
  // 5.920 of 8.000 is 74,00 % exactly, and its band asks for at least that.
  expect(of("cuc-nghe-an")).toMatchObject({ caseload: 8_000n, rank: 1, met: 1 });
  // Above 15.000 cases and below 500 the plan sets nothing that is known: no verdict, no rank.
  expect(of("cuc-ha-noi")).toMatchObject({ caseload: 30_000n, rank: null, judged: 0 });
  expect(of("cuc-ben-tre")).toMatchObject({ caseload: 20n, rank: null, judged: 0 });
  expect(live?.ranked).toBe(2);
});

test("the API answers the same numbers as strings, with the whole document", async () => {
  const leader = await readerAt("LEADER", "tc");
  const view = await getCampaign(leader, "cao-diem-thads-2022");
  const body = campaignBody(view);
  const first = body.standings?.live[0];
  expect(first?.lines[1]).toMatchObject({
    ratePct: "74.00",
    targetPct: "74.00",
    points: "0.00",
    verdict: "MET",
  });
  const ratio = view.live?.lines[0]?.standing?.ratio;
  expect(body.targets[0]?.live).toMatchObject({
    ratePct: ratio && percent(ratio),
    period: { year: 2022, month: 9 },
  });
  expect(body.targets[0]?.bands?.map(({ pct }) => pct)).toEqual(["75.00", "74.00", "72.00", null]);
});

test("a number given to the whole judges the whole; a part has its own assigned target", async () => {
  const leader = await readerAt("LEADER", "tc");
  const { live } = await getCampaign(leader, "ke-hoach-thi-dua-2022");
  const whole = live?.lines.find(({ line }) => line.indicator === "R_C");
  expect(whole?.period).toEqual({ year: 2022, month: 12 });
  expect(whole?.standing?.target).toEqual({ comparison: "above", basisPoints: 8150n });
  const part = live?.standings.find(({ agency }) => agency === "cuc-hung-yen");
  expect(part?.lines[whole?.line.position ?? 0]?.target).toEqual({ comparison: "above", basisPoints: 8300n });
});

test("a province's clerk sees its own standing and no other's; a district's sees the document alone", async () => {
  const clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const { live } = await getCampaign(clerk, "cao-diem-thads-2022");
  expect(live?.root.agency).toBe("cuc-hung-yen");
  expect(live?.lines[0]?.standing).toMatchObject({ verdict: "NOT_MET", remaining: 1n });
  expect(live?.standings).toEqual([]);
  const district = await createActor(db, { role: "CLERK", agency: "cc-325" });
  expect((await getCampaign(district, "cao-diem-thads-2022")).live).toBeNull();
});
