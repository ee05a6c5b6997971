import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import {
  approveReport,
  approveReports,
  openSupplement,
  returnReport,
  submitReport,
} from "@/lib/results/operations";
import { getEntry, getRevision, listRevisions } from "@/lib/results/queries";
import { approved, createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let office: Office;
let provinceHead: Actor;
let staff: Actor;
let stranger: Office;
let year = 2010;
/** Every test works in a year of its own, so that none sees another's reports. */
const key = () => ({ agency: "cc-323", year, month: 1 });
const reason = { code: "ARITHMETIC", text: "Cột 8 không khớp" };

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
  stranger = await createOffice(db, "cc-336");
  provinceHead = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
});
beforeEach(async () => {
  year += 1;
  await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

async function actions(): Promise<string[]> {
  const { rows } = await db.owner.query("SELECT action FROM audit_entry WHERE subject = $1 ORDER BY seq", [
    `report:cc-323:${year}:1`,
  ]);
  return rows.map((row: { action: string }) => row.action);
}

test("carries a report from the clerk over submission to the head's signature, each step audited", async () => {
  const saved = await save(office.clerk, key());
  expect(saved).toMatchObject({ version: 1, status: "DRAFT", revision: 1, issues: [] });
  expect(saved.derived.cases).toMatchObject({
    totalToResolve: "150",
    eligible: "120",
    carriedForward: "140",
  });
  expect(await perform(submitReport, office.clerk, { ...key(), expectedVersion: 1 })).toMatchObject({
    version: 2,
    status: "SUBMITTED",
  });
  expect(await perform(approveReport, office.head, { ...key(), expectedVersion: 2 })).toMatchObject({
    version: 3,
    status: "APPROVED",
  });
  expect(await actions()).toEqual(["report.save", "report.submit", "report.approve"]);
  const entry = await getEntry(office.clerk, key());
  expect(entry.people.approved?.id).toBe(office.head.userId);
  expect(entry.may).toEqual({
    record: false,
    submit: false,
    approve: false,
    return: false,
    supplement: true,
  });
});

test("refuses the signature of whoever entered or submitted the figures", async () => {
  const both = await createActor(db, { role: "CLERK", agency: "cc-323" });
  const twoHats: Actor = { ...both, assignments: [...both.assignments, ...office.head.assignments] };
  await save(twoHats, key());
  await save(office.clerk, key(), 1);
  await perform(submitReport, office.clerk, key());
  await expect(perform(approveReport, twoHats, key())).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("Không ai được duyệt"),
  });
  await expect(perform(approveReport, office.head, key())).resolves.toMatchObject({ status: "APPROVED" });
});

test("lets the province and the general staff return an approved report, and the clerk send it again", async () => {
  await approved(office, key());
  const returned = await perform(returnReport, provinceHead, { ...key(), reason });
  expect(returned.status).toBe("RETURNED");
  const entry = await getEntry(office.clerk, key());
  expect(entry.returned).toMatchObject({ ...reason, by: provinceHead.name });
  expect(entry.sameSubmitted).toEqual(entry.figures);
  await save(office.clerk, key(), returned.version, goodFigures(1, 12));
  await perform(submitReport, office.clerk, key());
  await perform(approveReport, office.head, key());
  await expect(perform(returnReport, staff, { ...key(), reason })).resolves.toMatchObject({
    status: "RETURNED",
  });
});

test("refuses to return a draft, a locked report, or without a known reason", async () => {
  await save(office.clerk, key());
  await expect(perform(returnReport, office.head, { ...key(), reason })).rejects.toMatchObject({
    code: "precondition",
  });
  await expect(
    perform(returnReport, office.head, { ...key(), reason: { code: "OTHER", text: "" } }),
  ).rejects.toMatchObject({ code: "invalid" });
  await perform(submitReport, office.clerk, key());
  await perform(approveReport, office.head, key());
  await setPeriod(db.owner, year, 1, "LOCKED");
  await expect(perform(returnReport, staff, { ...key(), reason })).rejects.toMatchObject({
    code: "precondition",
  });
});

test("refuses strangers in every step, and answers them as if there were no report", async () => {
  await save(office.clerk, key());
  await expect(perform(submitReport, stranger.clerk, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(submitReport, office.head, key())).rejects.toMatchObject({ code: "forbidden" });
  await perform(submitReport, office.clerk, key());
  await expect(perform(approveReport, stranger.head, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(approveReport, provinceHead, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(returnReport, stranger.head, { ...key(), reason })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(getEntry(stranger.clerk, key())).rejects.toMatchObject({ code: "not-found" });
  await expect(getEntry(office.clerk, { ...key(), agency: "cc-khong-co" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("corrects an approved report by a supplement and keeps the earlier revision readable", async () => {
  const first = await approved(office, key());
  await expect(save(office.clerk, key(), first.version)).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("báo cáo bổ sung"),
  });
  const opened = await perform(openSupplement, office.clerk, { ...key(), reason: "Sót một việc" });
  expect(opened).toMatchObject({ revision: 2, status: "DRAFT", version: first.version + 1 });
  await expect(perform(openSupplement, office.clerk, { ...key(), reason: "Lại nữa" })).rejects.toMatchObject({
    code: "precondition",
  });
  await save(office.clerk, key(), opened.version, goodFigures(1, 11));
  await perform(submitReport, office.clerk, key());
  expect(await perform(approveReport, office.head, key())).toMatchObject({ status: "APPROVED", revision: 2 });
  const lines = await listRevisions(office.head, key());
  expect(lines.map(({ revision, kind, status }) => [revision, kind, status])).toEqual([
    [1, "ORIGINAL", "SUPERSEDED"],
    [2, "SUPPLEMENT", "APPROVED"],
  ]);
  const earlier = await getRevision(office.head, key(), 1);
  expect(earlier.figures.total?.cases.completed).toBe(10n);
  const { rows } = await db.owner.query(
    "SELECT revision, standing FROM report_figures WHERE agency_code = $1 AND year = $2 AND measure = 'cases' ORDER BY revision",
    ["cc-323", year],
  );
  expect(rows).toEqual([
    { revision: 1, standing: "SUPERSEDED" },
    { revision: 2, standing: "EFFECTIVE" },
  ]);
});

test("takes a supplement to a locked period and locks it with its approval", async () => {
  await approved(office, key());
  await setPeriod(db.owner, year, 1, "LOCKED");
  await perform(openSupplement, office.clerk, { ...key(), reason: "Sót một việc" });
  await perform(submitReport, office.clerk, key());
  expect(await perform(approveReport, office.head, key())).toMatchObject({ status: "LOCKED", revision: 2 });
});

test("refuses a supplement where nothing is approved", async () => {
  await save(office.clerk, key());
  await expect(perform(openSupplement, office.clerk, { ...key(), reason: "x" })).rejects.toMatchObject({
    code: "precondition",
  });
});

test("approves many at once and tells why some were left out", async () => {
  await save(office.clerk, key());
  await perform(submitReport, office.clerk, key());
  const approve = () => perform(approveReports, office.head, { year, month: 1, agencies: [key().agency] });
  expect(await approve()).toMatchObject([{ outcome: "approved", status: "APPROVED" }]);
  expect(await approve()).toMatchObject([
    { outcome: "skipped", reason: { vi: expect.stringContaining("chưa được gửi") } },
  ]);
});
