import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { approveReport, openSupplement, submitReport } from "@/lib/results/operations";
import { listWork } from "@/lib/results/work/queries";
import {
  acceptSummary,
  excuseAgency,
  returnSummary,
  signSummary,
  withdrawExcuse,
} from "@/lib/summaries/operations";
import { getProvinceSummary } from "@/lib/summaries/queries";
import { loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let office: Office;
let head: Actor;
let staff: Actor;
let foreignHead: Actor;
let year = 2010;
const units = [
  "cuc-hung-yen",
  "cc-325",
  "cc-326",
  "cc-327",
  "cc-328",
  "cc-329",
  "cc-330",
  "cc-331",
  "cc-332",
  "cc-333",
];
const key = () => ({ agency: "cuc-hung-yen", year, month: 1 });

beforeAll(async () => {
  db = await testDatabase();
  office = await createOffice(db, "cc-323");
  head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  foreignHead = await createActor(db, { role: "APPROVER", agency: "cuc-thai-binh" });
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
});
beforeEach(async () => {
  year += 1;
  await setPeriod(db.owner, year, 1, "OPEN");
  const figures = { cases: { done: 5n, eligible: 10n }, money: { done: 7n, eligible: 20n } };
  await loadReports(
    db.owner,
    units.map((agency) => simpleReport({ agency, year, month: 1 }, figures)),
  );
});
afterAll(() => db.close());

async function approveLast(): Promise<void> {
  const last = { ...key(), agency: "cc-323" };
  await save(office.clerk, last);
  await perform(submitReport, office.clerk, last);
  await perform(approveReport, office.head, last);
}

test("refuses to sign while a unit is open, and names it", async () => {
  await expect(perform(signSummary, head, key())).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("thành phố Hưng Yên"),
    details: { open: ["cc-323"] },
  });
  const view = await getProvinceSummary(head, key());
  expect(view).toMatchObject({ isComplete: false, reported: 10, expected: 11, status: null, version: 0 });
  expect(view.may).toEqual({ excuse: true, withdraw: true, sign: false, accept: false, return: false });
});

test("signs the sums of the accepted figures, which the General Department accepts", async () => {
  await approveLast();
  const view = await getProvinceSummary(head, key());
  expect(view.sums.cases).toMatchObject({ completed: 60n, eligible: 220n, carriedOver: 200n });
  expect(await perform(signSummary, head, key())).toMatchObject({ status: "SIGNED", version: 1 });
  await expect(perform(signSummary, head, key())).rejects.toMatchObject({ code: "precondition" });
  expect(await perform(acceptSummary, staff, { ...key(), expectedVersion: 1 })).toMatchObject({
    status: "ACCEPTED",
  });
  const { rows } = await db.owner.query("SELECT action FROM audit_entry WHERE subject = $1 ORDER BY seq", [
    `summary:cuc-hung-yen:${year}:1`,
  ]);
  expect(rows.map(({ action }: { action: string }) => action)).toEqual(["summary.sign", "summary.accept"]);
  expect((await getProvinceSummary(staff, key())).accepted?.name).toBe(staff.name);
});

test("signs with a unit excused for a reason, but excuses none that has reported", async () => {
  const unit = { ...key(), agency: "cc-323" };
  await expect(perform(excuseAgency, head, { ...unit, reason: " " })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(
    perform(excuseAgency, head, { ...key(), agency: "cc-325", reason: "Lũ" }),
  ).rejects.toMatchObject({
    code: "precondition",
  });
  await perform(excuseAgency, head, { ...unit, reason: "Trụ sở ngập lũ" });
  await expect(perform(excuseAgency, head, { ...unit, reason: "Lại" })).rejects.toMatchObject({
    code: "precondition",
  });
  expect(await perform(signSummary, head, key())).toMatchObject({ status: "SIGNED" });
  const excused = (await getProvinceSummary(head, key())).units.find(({ agency }) => agency === "cc-323");
  expect(excused?.excuse).toMatchObject({ reason: "Trụ sở ngập lũ", by: { id: head.userId } });
});

test("shows a signed summary as adjusted after a supplement, wants it signed again before it is accepted", async () => {
  await approveLast();
  await perform(signSummary, head, key());
  const last = { ...key(), agency: "cc-323" };
  const opened = await perform(openSupplement, office.clerk, { ...last, reason: "Sót một việc" });
  expect((await getProvinceSummary(head, key())).isAdjusted).toBe(false);
  await save(office.clerk, last, opened.version, goodFigures(1, 11));
  await perform(submitReport, office.clerk, last);
  await perform(approveReport, office.head, last);
  expect(await getProvinceSummary(head, key())).toMatchObject({ isAdjusted: true, may: { sign: true } });
  await expect(perform(acceptSummary, staff, key())).rejects.toMatchObject({ code: "precondition" });
  expect(await perform(signSummary, head, key())).toMatchObject({ status: "SIGNED", version: 2 });
  expect((await getProvinceSummary(head, key())).isAdjusted).toBe(false);
});

test("returns a summary with a reason, after which it is signed again; a stale version is refused", async () => {
  await approveLast();
  const reason = { code: "OTHER", text: "Xem lại cột 8" };
  await expect(perform(returnSummary, staff, { ...key(), reason })).rejects.toMatchObject({
    code: "precondition",
  });
  await perform(signSummary, head, key());
  await expect(perform(acceptSummary, staff, { ...key(), expectedVersion: 7 })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await perform(returnSummary, staff, { ...key(), reason })).toMatchObject({
    status: "RETURNED",
    version: 2,
  });
  await expect(perform(acceptSummary, staff, key())).rejects.toMatchObject({ code: "precondition" });
  expect(await perform(signSummary, head, key())).toMatchObject({ status: "SIGNED", version: 3 });
});

test("tells the province why its summary came back, on its page and in its head's work, until it signs again", async () => {
  await approveLast();
  const reason = { code: "MISSING_EXPLANATION", text: "Giải trình cột 8" };
  await perform(signSummary, head, key());
  expect((await getProvinceSummary(head, key())).returned).toBeNull();
  await perform(returnSummary, staff, { ...key(), reason });
  expect((await getProvinceSummary(head, key())).returned).toMatchObject({ ...reason, by: staff.name });
  const work = async (actor: Actor) =>
    (await listWork(actor)).filter(({ kind, period }) => kind.startsWith("summary") && period.year === year);
  expect(await work(head)).toMatchObject([
    { kind: "summaryReturned", agency: "cuc-hung-yen", returned: reason },
  ]);
  expect(await work(foreignHead)).toEqual([]);
  await setPeriod(db.owner, year, 1, "CLOSED");
  expect(await work(head)).toHaveLength(1);
  await perform(signSummary, head, key());
  expect((await getProvinceSummary(head, key())).returned).toBeNull();
  expect(await work(head)).toEqual([]);
});

test("the database keeps no returned summary without its reason", async () => {
  await approveLast();
  await perform(signSummary, head, key());
  const bare = db.owner.query(
    `WITH line AS MATERIALIZED (SELECT audit_append('cuc-hung-yen', 'test', 'x', 'x', '{}'))
     UPDATE province_summary SET status = 'RETURNED' FROM line WHERE agency_code = $1 AND year = $2`,
    ["cuc-hung-yen", year],
  );
  await expect(bare).rejects.toThrow("summary_returned");
});

test("takes an excuse back with a reason, in the audit; the unit then stands in the way of the signature", async () => {
  const unit = { ...key(), agency: "cc-323" };
  const back = { ...unit, reason: "Nước đã rút" };
  await expect(perform(withdrawExcuse, head, back)).rejects.toMatchObject({ code: "precondition" });
  await perform(excuseAgency, head, { ...unit, reason: "Trụ sở ngập lũ" });
  expect((await getProvinceSummary(head, key())).may).toMatchObject({ withdraw: true, sign: true });
  await expect(perform(withdrawExcuse, head, { ...unit, reason: " " })).rejects.toMatchObject({
    code: "invalid",
  });
  for (const stranger of [office.head, foreignHead, staff]) {
    await expect(perform(withdrawExcuse, stranger, back)).rejects.toMatchObject({ code: "forbidden" });
  }
  await perform(withdrawExcuse, head, back);
  expect((await getProvinceSummary(head, key())).may).toMatchObject({ sign: false });
  await expect(perform(signSummary, head, key())).rejects.toMatchObject({ code: "precondition" });
  const { rows } = await db.owner.query(
    "SELECT actor_id, payload FROM audit_entry WHERE action = 'summary.withdrawExcuse' AND subject = $1",
    [`report:cc-323:${year}:1`],
  );
  expect(rows).toEqual([
    { actor_id: head.userId, payload: { reason: "Nước đã rút", excuse: "Trụ sở ngập lũ" } },
  ]);
});

test("an excuse that was signed with stays until the summary is returned", async () => {
  const unit = { ...key(), agency: "cc-323" };
  await perform(excuseAgency, head, { ...unit, reason: "Trụ sở ngập lũ" });
  await perform(signSummary, head, key());
  const back = { ...unit, reason: "Nước đã rút" };
  await expect(perform(withdrawExcuse, head, back)).rejects.toMatchObject({
    code: "precondition",
    message: expect.stringContaining("Tổng cục trả lại"),
  });
  expect((await getProvinceSummary(head, key())).may.withdraw).toBe(false);
  await perform(returnSummary, staff, { ...key(), reason: { code: "ARITHMETIC", text: "" } });
  await perform(withdrawExcuse, head, back);
  const units = (await getProvinceSummary(head, key())).units;
  expect(units.find(({ agency }) => agency === "cc-323")?.excuse).toBeNull();
});

test("a signature and a withdrawal at once: never a summary signed with an excuse that is gone", async () => {
  const unit = { ...key(), agency: "cc-323" };
  await perform(excuseAgency, head, { ...unit, reason: "Trụ sở ngập lũ" });
  const [signed, withdrawn] = await Promise.allSettled([
    perform(signSummary, head, key()),
    perform(withdrawExcuse, head, { ...unit, reason: "Nước đã rút" }),
  ]);
  expect([signed.status, withdrawn.status].sort()).toEqual(["fulfilled", "rejected"]);
  const { status, isComplete } = await getProvinceSummary(head, key());
  expect([status, isComplete]).toEqual(signed.status === "fulfilled" ? ["SIGNED", true] : [null, false]);
});

test("refuses strangers, the district's own head, and a district as a province", async () => {
  await approveLast();
  await expect(perform(signSummary, foreignHead, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(signSummary, office.head, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(acceptSummary, head, key())).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(signSummary, office.head, { ...key(), agency: "cc-323" })).rejects.toMatchObject({
    code: "precondition",
  });
  await expect(getProvinceSummary(foreignHead, key())).rejects.toMatchObject({ code: "not-found" });
  await expect(getProvinceSummary(office.head, key())).rejects.toMatchObject({ code: "not-found" });
});
