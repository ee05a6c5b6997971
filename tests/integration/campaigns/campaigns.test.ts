import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { addCampaignLine, moveCampaign, putCampaign, startCampaign } from "@/lib/campaigns/operations";
import { getCampaign, listCampaigns } from "@/lib/campaigns/queries";
import { Failure } from "@/lib/core/failure";
import { audited } from "@/tests/factories/loaded-reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let staff: Actor;
let clerk: Actor;
let head: Actor;

type Stated = Record<string, unknown> & { code: string; agency: string; startsOn: string; state: string };
const documents: Stated[] = JSON.parse(readFileSync("prisma/seed/data/campaigns.json", "utf8"));
const keyOf = ({ agency, code, startsOn }: Pick<Stated, "agency" | "code" | "startsOn">) => ({
  ...{ agency, code, startsOn },
});

beforeAll(async () => {
  db = await testDatabase();
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  for (const { state: _, ...document } of documents) {
    await perform(putCampaign, staff, document);
    await perform(moveCampaign, staff, { ...keyOf(document as Stated), to: "ISSUED" });
  }
  await perform(startCampaign, staff, {
    ...{ agency: "tc", code: "ke-hoach-thi-dua-2023", from: "ke-hoach-thi-dua-2022", startsOn: "2023-01-01" },
    name: "Kế hoạch thi đua 2023",
  });
});
afterAll(() => db.close());

const draft = (code: string, more: object = {}) => ({
  ...{ code, agency: "cuc-hung-yen", kind: "PEAK", level: "PROVINCE", name: "Cao điểm Hưng Yên" },
  ...{
    startsOn: "2022-04-01",
    endsOn: "2022-06-30",
    scopeKinds: ["DISTRICT"],
    scopeAgencies: ["cuc-hung-yen"],
  },
  lines: [{ kind: "TASK", wording: "Ra quân" }],
  ...more,
});

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

test("every campaign of the demonstration can be entered through the door and issued, nothing left over", async () => {
  const { campaign, taken, children } = await getCampaign(staff, "ke-hoach-thi-dua-2022");
  expect(campaign.phases.map(({ kind, scoring }) => [kind, scoring])).toEqual([
    ["PEAK", { year: 2022, month: 9 }],
    ["PEAK", { year: 2022, month: 12 }],
  ]);
  expect(campaign.phases.flatMap(({ anniversaries }) => anniversaries)).toHaveLength(6);
  expect(taken).toHaveLength(6);
  expect(children.map(({ code }) => code)).toEqual(["cao-diem-thads-2022"]);
  const kinds = campaign.lines.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "INDICATOR")).toHaveLength(11);
  const peak = await getCampaign(staff, "cao-diem-thads-2022");
  expect(peak.campaign.lines[0]?.bands).toEqual([
    { over: 499n, upTo: 5_000n, basisPoints: 7_500n },
    { over: 5_000n, upTo: 10_000n, basisPoints: 7_400n },
    { over: 10_000n, upTo: 15_000n, basisPoints: 7_200n },
    { over: 15_000n, upTo: null, basisPoints: null },
  ]);
  expect(peak.taking).toBe(63);
});

test("a draft is its agency's: others do not see it until it is issued, then everybody does", async () => {
  await perform(putCampaign, clerk, draft("hung-yen-rieng"));
  const stranger = await createActor(db, { role: "CLERK", agency: "cc-001" });
  const below = await createActor(db, { role: "CLERK", agency: "cc-325" });
  expect(await codeOf(getCampaign(stranger, "hung-yen-rieng"))).toBe("not-found");
  expect(await codeOf(getCampaign(below, "hung-yen-rieng"))).toBe("not-found");
  expect((await listCampaigns(below)).map(({ code }) => code)).not.toContain("hung-yen-rieng");
  expect((await listCampaigns(clerk)).map(({ code }) => code)).toContain("hung-yen-rieng");
  await perform(moveCampaign, head, { ...keyOf(draft("hung-yen-rieng")), to: "ISSUED" });
  expect((await getCampaign(stranger, "hung-yen-rieng")).campaign.state).toBe("ISSUED");
  expect((await listCampaigns(below)).map(({ code }) => code)).toContain("hung-yen-rieng");
});

test("a plan is begun from last year's: dates, windows, baselines and anniversaries move with it", async () => {
  const { campaign } = await getCampaign(staff, "ke-hoach-thi-dua-2023");
  expect(campaign).toMatchObject({ name: "Kế hoạch thi đua 2023", endsOn: "2023-12-31", state: "DRAFT" });
  expect(campaign.phases[0]).toMatchObject({ endsOn: "2023-06-30", scoring: { year: 2023, month: 9 } });
  expect(campaign.phases[0]?.anniversaries[1]).toMatchObject({ on: "2023-05-19", years: 133 });
  expect(campaign.lines.find(({ indicator }) => indicator === "S_CREDIT.R_C")?.baselineYear).toBe(2022);
});

test("a province answers the General Department's peak with its own under it", async () => {
  await perform(startCampaign, clerk, {
    ...{
      agency: "cuc-hung-yen",
      code: "hung-yen-cao-diem",
      from: "cao-diem-thads-2022",
      startsOn: "2022-04-01",
    },
  });
  const { campaign, parent } = await getCampaign(clerk, "hung-yen-cao-diem");
  expect(parent?.code).toBe("cao-diem-thads-2022");
  expect(campaign).toMatchObject({ level: "PROVINCE", scopeAgencies: ["cuc-hung-yen"] });
});

describe("refusals", () => {
  test.each([
    ["a last day before the first", { endsOn: "2022-03-01" }, "invalid"],
    [
      "an indicator without its demand",
      { lines: [{ kind: "INDICATOR", wording: "x", indicator: "R_C" }] },
      "invalid",
    ],
    ["a task with a percentage", { lines: [{ kind: "TASK", wording: "x", pct: "80" }] }, "invalid"],
    ["a line of a phase that is not there", { lines: [{ kind: "TASK", wording: "x", phase: 2 }] }, "invalid"],
    ["an agency of somebody else", { scopeAgencies: ["cuc-nghe-an"] }, "invalid"],
    ["a level that is not the agency's", { level: "SYSTEM" }, "invalid"],
    ["a parent that is not there", { parent: "khong-co" }, "invalid"],
    ["an unknown field", { note: "x" }, "invalid"],
  ])("%s", async (_what, more, code) => {
    expect(await codeOf(perform(putCampaign, clerk, draft("bi-tu-choi", more)))).toBe(code);
  });

  test("a stale version, a second issue, a change after it, and an empty plan", async () => {
    await perform(putCampaign, clerk, draft("theo-buoc", { lines: [] }));
    const key = keyOf(draft("theo-buoc"));
    expect(await codeOf(perform(putCampaign, clerk, draft("theo-buoc")))).toBe("conflict");
    expect(await codeOf(perform(moveCampaign, head, { ...key, to: "ISSUED" }))).toBe("precondition");
    await perform(addCampaignLine, clerk, { ...key, kind: "TASK", wording: "Ra quân" });
    expect(await codeOf(perform(moveCampaign, clerk, { ...key, to: "ISSUED" }))).toBe("forbidden");
    await perform(moveCampaign, head, { ...key, to: "ISSUED" });
    expect(await codeOf(perform(moveCampaign, head, { ...key, to: "ISSUED" }))).toBe("precondition");
    expect(await codeOf(perform(moveCampaign, head, { ...key, to: "CLOSED" }))).toBe("precondition");
    const late = { ...key, kind: "TASK", wording: "Thêm" };
    expect(await codeOf(perform(addCampaignLine, clerk, late))).toBe("precondition");
  });

  test("somebody else's campaign named as one's own", async () => {
    const key = { agency: "cuc-hung-yen", code: "cao-diem-nghe-an-2019", startsOn: "2019-04-11" };
    expect(await codeOf(perform(moveCampaign, head, { ...key, to: "RUNNING" }))).toBe("not-found");
  });
});

describe("guards of the database", () => {
  const asApplication = (sql: string) =>
    audited(db.owner, async (client) => {
      await client.query("SET LOCAL ROLE thads_app; SET LOCAL app.scope = '*'");
      await client.query(sql);
    });
  const issued = "cao-diem-thads-2019";
  test.each([
    [
      "a line added to an issued campaign",
      `INSERT INTO campaign_line (campaign_code, position, kind, wording, scope) VALUES ('${issued}', 99, 'TASK', 'x', 'EACH')`,
      "campaign_is_fixed",
    ],
    [
      "a line of it taken out",
      `DELETE FROM campaign_line WHERE campaign_code = '${issued}'`,
      "campaign_is_fixed",
    ],
    [
      "its name rewritten on the way",
      `UPDATE campaign SET state = 'RUNNING', name = 'x', version = version + 1 WHERE code = '${issued}'`,
      "campaign_is_fixed",
    ],
    [
      "a step left out",
      `UPDATE campaign SET state = 'CLOSED', closed_at = now(), version = version + 1 WHERE code = '${issued}'`,
      "campaign_transition",
    ],
    [
      "a version that does not step",
      `UPDATE campaign SET state = 'RUNNING' WHERE code = '${issued}'`,
      "campaign_version_must_step",
    ],
    [
      "one born issued",
      `INSERT INTO campaign (code, agency_code, kind, level, name, starts_on, ends_on, scope_kinds, scope_agencies, state, drafted_by, drafted_at, issued_by, issued_at) VALUES ('sinh-ra', 'tc', 'PEAK', 'SYSTEM', 'x', '2022-01-01', '2022-02-01', ARRAY['PROVINCE'], ARRAY['tc'], 'ISSUED', 'x', now(), 'x', now())`,
      "campaign_starts_as_draft",
    ],
    [
      "an indicator without a demand",
      `INSERT INTO campaign_line (campaign_code, position, kind, wording, scope, indicator, comparison) VALUES ('ke-hoach-thi-dua-2023', 99, 'INDICATOR', 'x', 'EACH', 'R_C', 'atLeast')`,
      "campaign_line_demand",
    ],
    [
      "a task with a date",
      `INSERT INTO campaign_line (campaign_code, position, kind, wording, scope, due_on) VALUES ('ke-hoach-thi-dua-2023', 99, 'TASK', 'x', 'EACH', '2023-01-01')`,
      "campaign_line_shape",
    ],
    [
      "half a scoring window",
      `UPDATE campaign SET scoring_month = NULL, version = version + 1 WHERE code = 'ke-hoach-thi-dua-2023'`,
      "campaign_scoring",
    ],
    [
      "a circle of parents",
      `UPDATE campaign SET parent_code = 'ke-hoach-thi-dua-2023', version = version + 1 WHERE code = 'ke-hoach-thi-dua-2023'`,
      "campaign_under_itself",
    ],
    ["a campaign deleted", `DELETE FROM campaign WHERE code = '${issued}'`, "permission denied"],
  ])("%s is refused", async (_what, sql, sign) => {
    await expect(asApplication(sql)).rejects.toThrow(sign);
  });

  test("control: what keeps to them is accepted, but not without audit", async () => {
    const step =
      "UPDATE campaign SET state = 'RUNNING', version = version + 1 WHERE code = 'cao-diem-dong-nai-2020'";
    await expect(db.owner.query(step)).rejects.toThrow("fact_without_audit");
    await expect(asApplication(step)).resolves.toBeUndefined();
    const line = `INSERT INTO campaign_line (campaign_code, position, kind, wording, scope) VALUES ('ke-hoach-thi-dua-2023', 98, 'TASK', 'x', 'EACH')`;
    await expect(asApplication(line)).resolves.toBeUndefined();
  });

  test("a foreign draft is neither read nor written past row-level security", async () => {
    const foreign = (sql: string) =>
      audited(db.owner, async (client) => {
        await client.query("SET LOCAL ROLE thads_app; SET LOCAL app.scope = 'cc-001,cuc-ha-noi'");
        const { rowCount } = await client.query(sql);
        expect(rowCount).toBe(0);
      });
    await foreign("SELECT FROM campaign WHERE code = 'ke-hoach-thi-dua-2023'");
    await foreign("SELECT FROM campaign_line WHERE campaign_code = 'ke-hoach-thi-dua-2023'");
    await foreign(
      `UPDATE campaign SET state = 'RUNNING', version = version + 1 WHERE code = 'cao-diem-ben-tre-2020'`,
    );
  });
});
