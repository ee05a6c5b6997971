import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { getRegisterForm } from "@/lib/cases/derived/queries";
import { getDocket, listOfficers } from "@/lib/cases/docket/queries";
import { getCase } from "@/lib/cases/file/queries";
import {
  addCaseEvent,
  assignCaseOfficer,
  createCase,
  eraseCaseParties,
  findCaseParties,
  openCaseParties,
} from "@/lib/cases/operations";
import { listCases, listCasesOfCell } from "@/lib/cases/register/queries";
import { casesQuery } from "@/lib/cases/register/schema";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const AGENCY = "cc-325";
let db: TestDatabase;
let clerk: Actor;
let head: Actor;
let officer: Actor;
let other: Actor;
let number = 0;

beforeAll(async () => {
  db = await testDatabase();
  clerk = await createActor(db, { role: "CLERK", agency: AGENCY });
  head = await createActor(db, { role: "APPROVER", agency: AGENCY });
  officer = await createActor(db, { role: "OFFICER", agency: AGENCY });
  other = await createActor(db, { role: "OFFICER", agency: AGENCY });
});
afterAll(() => db.close());

function given(change: object = {}) {
  number += 1;
  return {
    ...{ agency: AGENCY, year: 2021, number, court: "Tòa án nhân dân huyện Văn Lâm" },
    ...{ judgmentNumber: "12/2020/DSST", judgmentDate: "2020-09-01", effectiveDate: "2020-10-01" },
    ...{ receivedOn: "2020-10-05", decisionNumber: `${number}/QĐ-CCTHADS`, decisionDate: "2020-10-09" },
    ...{ initiative: "ON_REQUEST", category: "CREDIT", amount: "500000000", enteredOn: "2020-10-09" },
    ...{ debtor: "Người phải thi hành (minh họa)", creditor: "Người được thi hành (minh họa)" },
    ...change,
  };
}
const newCase = async (change: object = {}) => (await perform(createCase, clerk, given(change))).caseId;
const record = (actor: Actor, caseId: string, event: object) =>
  perform(addCaseEvent, actor, { agency: AGENCY, caseId, ...event });

test("a clerk enters a case; its decision's due day and its first event follow, and the form counts it", async () => {
  const caseId = await newCase();
  const file = await getCase(clerk, caseId);
  expect(file).toMatchObject({
    ...{ decisionDue: "2020-10-12", inTime: true, state: "ACCEPTED", outstanding: 500_000_000n, parties: 2 },
    ...{ mayRecord: true, mayAssign: false, mayOpenParties: true, category: "CREDIT" },
  });
  expect(file.timeline).toMatchObject([{ seq: 1, kind: "ACCEPTED", day: "2020-10-09", state: "ACCEPTED" }]);
  const late = await getCase(clerk, await newCase({ decisionDate: "2020-10-13", enteredOn: "2020-10-13" }));
  expect(late.inTime).toBe(false);
  const form = await getRegisterForm(clerk, { agency: AGENCY, year: 2021, month: 1 });
  expect(form.slices.credit.cases.newlyAccepted).toBeGreaterThan(1n);
  expect(form).toMatchObject({ isEmpty: false, illustrative: false, formVersion: "tt-06-2019" });
});

test("a number is given once, days come in order, nothing happens in the future, and only officers are assigned", async () => {
  const taken = given();
  await perform(createCase, clerk, taken);
  await expect(perform(createCase, clerk, taken)).rejects.toMatchObject({ code: "conflict" });
  await expect(newCase({ decisionDate: "2020-10-01" })).rejects.toThrow("không thể trước ngày 05/10/2020");
  await expect(newCase({ enteredOn: "2099-01-01" })).rejects.toThrow("01/01/2099 chưa đến");
  await expect(newCase({ officer: clerk.login })).rejects.toThrow("không phải chấp hành viên");
});

test("an event is recorded with its audit; one that may not follow is refused in words, and changes nothing", async () => {
  const caseId = await newCase();
  const eligible = { kind: "CLASSIFIED_ELIGIBLE", day: "2020-10-20" };
  expect(await record(clerk, caseId, eligible)).toEqual({
    ...{ caseId, seq: 2, state: "IN_PROGRESS", outstanding: "500000000" },
  });
  const collected = { kind: "COLLECTED", day: "2020-11-02", amount: "200000000", ground: "Tự nguyện" };
  expect(await record(clerk, caseId, collected)).toMatchObject({ seq: 3, outstanding: "300000000" });
  const { rows } = await db.owner.query(
    "SELECT actor_id, payload FROM audit_entry WHERE chain = $1 AND subject = $2 ORDER BY seq DESC LIMIT 1",
    [AGENCY, `case:${caseId}`],
  );
  expect(rows[0]).toMatchObject({
    actor_id: clerk.userId,
    payload: { kind: "COLLECTED", amount: "200000000" },
  });
  const refused: [object, string][] = [
    [{ kind: "COLLECTED", day: "2020-11-03", amount: "300000001" }, "300.000.001 đồng nhiều hơn"],
    [{ kind: "COLLECTED", day: "2020-11-01", amount: "1" }, "sớm hơn sự kiện cuối cùng (02/11/2020)"],
    [{ kind: "RESUMED", day: "2020-11-03" }, "không thể theo sau trạng thái"],
    [{ kind: "SEIZED", day: "2020-11-03" }, "phải có «Quyết định cưỡng chế»"],
    [{ kind: "COUNTERED", day: "2020-11-03", counters: 2 }, "sự kiện cuối cùng còn hiệu lực (số 3)"],
    [{ kind: "VERIFIED", day: "2099-01-01" }, "chưa đến"],
  ];
  for (const [event, sentence] of refused) {
    await expect(record(clerk, caseId, event)).rejects.toThrow(sentence);
  }
  const stale = { kind: "VERIFIED", day: "2020-11-03", expectedSeq: 2 };
  await expect(record(clerk, caseId, stale)).rejects.toMatchObject({
    code: "conflict",
    details: { lastSeq: 3 },
  });
  expect((await getCase(clerk, caseId)).timeline).toHaveLength(3);
  expect(await record(clerk, caseId, { kind: "COUNTERED", day: "2020-11-05", counters: 3 })).toMatchObject({
    ...{ seq: 4, state: "IN_PROGRESS", outstanding: "500000000" },
  });
  expect((await getCase(clerk, caseId)).timeline[2]).toMatchObject({ seq: 3, counteredBy: 4 });
  expect(await db.owner.query("SELECT * FROM case_totals_verify()")).toMatchObject({ rowCount: 0 });
});

test("two people at once: one records, the other meets the state afterwards", async () => {
  const caseId = await newCase();
  const done = await Promise.allSettled([
    record(clerk, caseId, { kind: "COMPLETED", day: "2020-12-01" }),
    record(clerk, caseId, { kind: "TERMINATED", day: "2020-12-01" }),
  ]);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an officer sees and records in the cases assigned to them, from the day on, and in no other", async () => {
  const caseId = await newCase();
  await expect(getCase(officer, caseId)).rejects.toMatchObject({ code: "not-found" });
  const verified = { kind: "VERIFIED", day: "2020-11-10" };
  await expect(record(officer, caseId, verified)).rejects.toMatchObject({ code: "not-found" });
  const assign = (who: Actor, from: string) =>
    perform(assignCaseOfficer, head, { agency: AGENCY, caseId, officer: who.login, from });
  await assign(officer, "2020-11-01");
  expect(await record(officer, caseId, verified)).toMatchObject({ seq: 2 });
  expect((await listCases(officer, casesQuery.parse({ agency: AGENCY }))).cases.map(({ id }) => id)).toEqual([
    caseId,
  ]);
  expect((await listCases(other, casesQuery.parse({ agency: AGENCY }))).cases).toEqual([]);
  await expect(assign(other, "2020-11-01")).rejects.toThrow("phải sau 01/11/2020");
  await expect(assign(clerk, "2021-01-01")).rejects.toThrow("không phải chấp hành viên");
  await assign(other, "2021-01-01");
  expect((await getCase(other, caseId)).officers).toMatchObject([
    { login: officer.login, from: "2020-11-01", until: "2021-01-01" },
    { login: other.login, from: "2021-01-01", until: null },
  ]);
  await expect(getCase(officer, caseId)).rejects.toMatchObject({ code: "not-found" });
  expect((await listOfficers(head, AGENCY)).map(({ login }) => login).sort()).toEqual(
    [officer.login, other.login].sort(),
  );
});

test("names are told to who needs them, each time with a line of audit, and can be erased for good", async () => {
  const caseId = await newCase({ debtor: "Nguyễn Văn Đối (minh họa)" });
  const key = { agency: AGENCY, caseId };
  const lines = async () => {
    const { rows } = await db.owner.query(
      "SELECT count(*)::int AS n FROM audit_entry WHERE action IN ('case.parties', 'case.partySearch')",
    );
    return rows[0].n;
  };
  const before = await lines();
  const { parties } = await perform(openCaseParties, clerk, key);
  expect(parties).toMatchObject([
    { role: "DEBTOR", name: "Nguyễn Văn Đối (minh họa)" },
    { role: "CREDITOR" },
  ]);
  const { found } = await perform(findCaseParties, clerk, { agency: AGENCY, name: "nguyen van doi" });
  expect(found).toMatchObject([{ caseId, name: "Nguyễn Văn Đối (minh họa)" }]);
  expect(await lines()).toBe(before + 2);
  await expect(perform(openCaseParties, other, key)).rejects.toMatchObject({ code: "not-found" });
  const leader = await createActor(db, { role: "LEADER", agency: AGENCY });
  await expect(perform(openCaseParties, leader, key)).rejects.toMatchObject({ code: "forbidden" });
  expect(await perform(eraseCaseParties, head, { ...key, reason: "Theo yêu cầu" })).toEqual({ erased: 2 });
  expect(await perform(openCaseParties, clerk, key)).toMatchObject({
    parties: [{ name: "", erased: true }, { name: "" }],
  });
  const { rows } = await db.owner.query("SELECT text FROM audit_entry WHERE chain = $1", [AGENCY]);
  expect(rows.some(({ text }) => text.includes("Đối"))).toBe(false);
});

test("a list pages by cursor in every order without a gap, and finds without diacritics", async () => {
  for (let at = 0; at < 12; at += 1)
    await newCase({ amount: String(1_000 * (at % 4)), court: "Tòa án thử Ếch" });
  for (const order of ["newest", "oldest", "amount"] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCases(
        clerk,
        casesQuery.parse({ agency: AGENCY, order, limit: "5", ...(after && { after }) }),
      );
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const all = await listCases(clerk, casesQuery.parse({ agency: AGENCY, order, limit: "200" }));
    expect(seen).toEqual(all.cases.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  }
  const found = await listCases(clerk, casesQuery.parse({ agency: AGENCY, court: "thu ech" }));
  expect(found.cases).toHaveLength(12);
  const byNumber = await listCases(clerk, casesQuery.parse({ agency: AGENCY, q: `${number}/qd-ccthads` }));
  expect(byNumber.cases).toMatchObject([{ number }]);
  const filtered = {
    agency: AGENCY,
    state: "OPEN",
    category: "CREDIT",
    minOutstanding: "3000",
    officer: "none",
  };
  expect(
    (await listCases(clerk, casesQuery.parse(filtered))).cases.every(({ officer: who }) => who === null),
  ).toBe(true);
  const wrong = listCases(clerk, casesQuery.parse({ agency: AGENCY, after: "x" }));
  await expect(wrong).rejects.toMatchObject({ code: "invalid" });
});

test("the province reads its units' cases; the docket tells groups, ages and load; a cell opens its cases", async () => {
  for (let at = 0; at < 3; at += 1) await newCase();
  const province = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
  const page = await listCases(province, casesQuery.parse({ agency: "cuc-hung-yen", children: "true" }));
  expect(page.cases.length).toBeGreaterThan(2);
  const docket = await getDocket(province, { agency: "cuc-hung-yen", children: true });
  const open = docket.groups.reduce((sum, { cases }) => sum + cases, 0);
  expect(docket.ages.reduce((sum, { cases }) => sum + cases, 0)).toBe(open);
  expect(docket.officers.reduce((sum, { cases }) => sum + cases, 0) + docket.unassigned).toBe(open);
  const key = { agency: AGENCY, year: 2021, month: 12, column: "newlyAccepted", slice: "total" } as const;
  const behind = await listCasesOfCell(province, key);
  const form = await getRegisterForm(province, key);
  expect(behind.reduce((sum, { cases }) => sum + cases, 0n)).toBe(form.slices.total.cases.newlyAccepted);
  expect(behind.reduce((sum, { money }) => sum + money, 0n)).toBe(form.slices.total.money.newlyAccepted);
  await expect(getRegisterForm(officer, key)).rejects.toMatchObject({ code: "not-found" });
});
