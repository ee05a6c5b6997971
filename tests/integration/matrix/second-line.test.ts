import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { listOperations } from "@/lib/actions/operation";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { decideActivity, reportActivity } from "@/lib/campaigns/activities/operations";
import { putCampaign } from "@/lib/campaigns/operations";
import { registerForCampaign } from "@/lib/campaigns/registrations/operations";
import { importDraft, importHistory } from "@/lib/imports/operations";
import { saveCounts } from "@/lib/results/counts/operations";
import * as results from "@/lib/results/operations";
import { getReport } from "@/lib/results/queries";
import * as summaries from "@/lib/summaries/operations";
import { reportedActivity, runningCampaign } from "@/tests/factories/campaigns";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { approved, createOffice, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { fingerprint } from "./cells";
import { INPUTS, type Place } from "./scene";

// Whoever asks for whatever: the first line says yes. What still holds is row-level security.
vi.mock("@/lib/auth/permissions", async (original) => ({
  ...(await original<typeof import("@/lib/auth/permissions")>()),
  can: () => true,
}));

const SCOPED = [
  "report_revision",
  "report_figures",
  "report_counts",
  "excuse",
  "province_summary",
  "period_reopening",
  "campaign",
  "campaign_registration",
  "campaign_activity",
];
// Many calls: a busy machine may take its time, but not forever.

let db: TestDatabase;
let office: Office;
let second: Actor;
let strangers: Actor[];

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-001");
  await runningCampaign(db.owner);
  second = await createActor(db, { role: "APPROVER", agency: "cuc-ha-noi" });
  strangers = [
    await createActor(db, { role: "CLERK", agency: "cc-325" }),
    await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" }),
    await createActor(db, { role: "CLERK", agency: "cc-326" }),
    await createActor(db, { role: "CLERK", agency: "thads-hung-yen" }),
    await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" }),
    await createActor(db, { role: "ADMIN", agency: "tc" }),
  ];
});
afterAll(() => db.close());

/** What has to be there for the operation to succeed; everything in a year of its own. */
type Case = {
  operation: ReturnType<typeof listOperations>[number];
  agency: "cc-001" | "cuc-ha-noi";
  own: () => Actor;
  prepare: (place: Place) => Promise<unknown>;
  period?: "CLOSED";
};

const submitted = async (place: Place) => {
  await save(office.clerk, place);
  await perform(results.submitReport, office.clerk, place);
};
const excusedProvince = ({ year, month }: Place) =>
  audited(db.owner, async (client) => {
    await client.query(
      `INSERT INTO excuse (agency_code, year, month, reason, excused_by, excused_at)
       SELECT agency_code, $1::int, $2::int, 'Bão lũ', 'test', now() FROM agency_version
       WHERE agency_code = 'cuc-ha-noi' OR parent_code = 'cuc-ha-noi' ON CONFLICT DO NOTHING`,
      [year, month],
    );
  });
const signedProvince = async (place: Place) => {
  await excusedProvince(place);
  await perform(summaries.signSummary, second, place);
};
const nothing = async () => undefined;
const [clerk, head, province] = [() => office.clerk, () => office.head, () => second];

const cases: readonly Case[] = [
  { operation: results.saveReport, agency: "cc-001", own: clerk, prepare: nothing },
  {
    operation: results.submitReport,
    agency: "cc-001",
    own: clerk,
    prepare: (place) => save(office.clerk, place),
  },
  {
    operation: saveCounts,
    agency: "cc-001",
    own: clerk,
    prepare: (place) => save(office.clerk, place),
  },
  { operation: results.approveReport, agency: "cc-001", own: head, prepare: submitted },
  { operation: results.approveReports, agency: "cc-001", own: head, prepare: submitted },
  { operation: results.returnReport, agency: "cc-001", own: head, prepare: submitted },
  {
    operation: results.openSupplement,
    agency: "cc-001",
    own: clerk,
    prepare: (place) => approved(office, place),
  },
  { operation: importDraft, agency: "cc-001", own: clerk, prepare: nothing },
  { operation: importHistory, agency: "cc-001", own: clerk, prepare: nothing, period: "CLOSED" },
  { operation: summaries.excuseAgency, agency: "cc-001", own: province, prepare: nothing },
  { operation: summaries.withdrawExcuse, agency: "cc-001", own: province, prepare: excusedProvince },
  { operation: summaries.signSummary, agency: "cuc-ha-noi", own: province, prepare: excusedProvince },
  { operation: summaries.acceptSummary, agency: "cuc-ha-noi", own: province, prepare: signedProvince },
  { operation: summaries.returnSummary, agency: "cuc-ha-noi", own: province, prepare: signedProvince },
  { operation: putCampaign, agency: "cc-001", own: clerk, prepare: nothing },
  { operation: registerForCampaign, agency: "cc-001", own: clerk, prepare: nothing },
  { operation: reportActivity, agency: "cc-001", own: clerk, prepare: nothing },
  {
    operation: decideActivity,
    agency: "cc-001",
    own: province,
    prepare: () => reportedActivity(db.owner, "cc-001"),
  },
];

const tried = { foreign: 0, written: 0, own: 0 };

test("R1c: with the first line gone no operation writes a row of a foreign agency; one's own is written", async () => {
  for (const [at, { operation, agency, own, prepare, period = "OPEN" }] of cases.entries()) {
    const place = { agency, year: 2011 + at, month: 1 };
    await setPeriod(db.owner, place.year, place.month, period);
    await prepare(place);
    const input = INPUTS[operation.name]?.(place);
    const before = await fingerprint(db.owner, SCOPED);
    for (const stranger of strangers) {
      await perform(operation, stranger, input).catch(() => null);
      tried.foreign += 1;
      if ((await fingerprint(db.owner, SCOPED)) !== before) tried.written += 1;
    }
    await perform(operation, own(), input);
    if ((await fingerprint(db.owner, SCOPED)) !== before) tried.own += 1;
  }
  console.info(
    `R1c ${tried.foreign} foreign writes, ${tried.written} written; control ${tried.own}/${cases.length}`,
  );
  expect(tried).toEqual({ foreign: cases.length * strangers.length, written: 0, own: cases.length });
});

test("R1c: with the first line gone a foreign report is read as an empty one; one's own with its figures", async () => {
  const place = { agency: "cc-001", year: 2024, month: 1 };
  const totals = { done: 10n, eligible: 20n };
  await loadReports(db.owner, [simpleReport(place, { cases: totals, money: totals })]);
  for (const stranger of strangers) {
    const seen = await getReport(stranger, place);
    expect([
      seen.revision,
      seen.revisions,
      Object.values(seen.cases).filter((each) => each !== null),
    ]).toEqual([0, [], []]);
  }
  expect(await getReport(office.clerk, place)).toMatchObject({ revision: 1, cases: { completed: "10" } });
});
