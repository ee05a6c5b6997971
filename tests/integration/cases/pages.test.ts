import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as exportList } from "@/app/api/exports/cases/route";
import type { Actor } from "@/lib/auth/actor";
import { findRegisterSummary, getRegisterComparison } from "@/lib/cases/comparison/queries";
import { findRegisterDraft } from "@/lib/cases/draft/queries";
import { getLeadersDocket } from "@/lib/cases/leaders/queries";
import { getCaseList, getCellList } from "@/lib/cases/list/queries";
import { listState } from "@/lib/cases/list/schema";
import type { CaseEvent, CaseFacts } from "@/lib/cases/types";
import { type Day, day } from "@/lib/core/day";
import { insertCases } from "@/tests/factories/cases";
import { save, setPeriod } from "@/tests/factories/reports";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

vi.mock("@/lib/i18n/locale", () => ({ currentLocale: async () => "vi" }));

const AGENCY = "cc-325";
const OTHER = "cc-326";
let db: TestDatabase;
let people: Record<"clerk" | "head" | "officer" | "province" | "nation" | "stranger", Actor>;
let ids: string[];

const facts = (amount: bigint, category: CaseFacts["category"] = "OTHER"): CaseFacts => ({
  ...{ initiative: "ON_REQUEST", category, amount },
});
const entered = (on: string, amount: bigint, agency = AGENCY): CaseEvent => ({
  ...{ seq: 1, kind: "ACCEPTED", day: day(on), amount, agency },
});
const then = (kind: CaseEvent["kind"], on: string): CaseEvent => ({
  ...{ seq: 2, kind, day: day(on), agency: AGENCY },
});

beforeAll(async () => {
  db = await testDatabase();
  const of = (role: "CLERK" | "APPROVER" | "OFFICER", agency: string) => createActor(db, { role, agency });
  people = {
    ...{ clerk: await of("CLERK", AGENCY), head: await of("APPROVER", AGENCY) },
    ...{ officer: await of("OFFICER", AGENCY), province: await of("APPROVER", "cuc-hung-yen") },
    nation: await createActor(db, { role: "LEADER", agency: "tc" }),
    stranger: await of("CLERK", OTHER),
  };
  ids = await insertCases(db.owner, [
    { facts: facts(900n, "CREDIT"), events: [entered("2016-10-05", 900n)] },
    {
      facts: facts(800n),
      events: [entered("2020-10-06", 800n), then("CLASSIFIED_NO_CONDITION", "2021-09-20")],
    },
    {
      facts: facts(700n),
      events: [entered("2020-11-06", 700n), then("COMPLETED", "2021-01-20")],
    },
    { facts: facts(600n), events: [entered("2021-02-01", 600n, OTHER)] },
  ]);
  await assign(ids[0] ?? "", people.officer, day("2016-10-05"));
}, 120_000);
afterAll(() => db.close());

async function assign(id: string, { userId }: Actor, from: Day): Promise<void> {
  const client = await db.owner.connect();
  await client.query("BEGIN");
  await client.query("SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}')");
  await client.query(
    `INSERT INTO case_assignment (case_id, officer_id, valid_from, assigned_by, assigned_at)
     VALUES ($1, $2, $3, 'test', now())`,
    [id, userId, from],
  );
  await client.query("COMMIT");
  client.release();
}

const list = (actor: Actor, state: object = {}) => getCaseList(actor, listState.parse(state));
const idsOf = (found: { cases: readonly { id: string }[] }) => found.cases.map(({ id }) => id).sort();

test("the list begins at home: an officer's own cases, a clerk's agency, a province with its units", async () => {
  expect(await list(people.officer)).toMatchObject({ agency: AGENCY, isOwnOnly: true, mayEnter: false });
  expect(idsOf(await list(people.officer))).toEqual([ids[0]]);
  expect(idsOf(await list(people.clerk))).toEqual([ids[0], ids[1]].sort());
  const province = await list(people.province);
  expect(province).toMatchObject({ agency: "cuc-hung-yen", withUnits: true });
  expect(idsOf(province)).toEqual([ids[0], ids[1], ids[3]].sort());
  expect(idsOf(await list(people.province, { children: "0" }))).toEqual([]);
  expect(province.choices.some(({ code }) => code === "tc")).toBe(false);
});

test("another's register is not found, by list, by cell, and by file", async () => {
  await expect(list(people.stranger, { agency: AGENCY })).rejects.toMatchObject({ code: "not-found" });
  const cell = { agency: AGENCY, year: 2021, month: 12, column: "completed", slice: "total" } as const;
  await expect(getCellList(people.stranger, cell)).rejects.toMatchObject({ code: "not-found" });
  expect((await getCellList(people.clerk, cell)).lines).toMatchObject([{ cases: 1n, money: 700n }]);
  const answer = await asking(people.stranger, `agency=${AGENCY}&format=csv`);
  expect(answer.status).toBe(404);
});

async function asking(actor: Actor, query: string): Promise<Response> {
  const url = new URL(`http://localhost/api/exports/cases?${query}`);
  const headers = { authorization: `Bearer ${await tokenFor(db, actor.userId)}` };
  return exportList(new Request(url, { headers }), { params: Promise.resolve({}) });
}

test("a file of the list is complete, noted in the audit, and an officer's holds their own cases only", async () => {
  const all = await (await asking(people.clerk, `agency=${AGENCY}&state=ALL&format=csv`)).text();
  expect(all).toContain("Số liệu minh họa");
  for (const number of all.matchAll(/^(\d+\/2021),/gm)) expect(number[1]).toBeTruthy();
  expect([...all.matchAll(/^\d+\/2021,/gm)]).toHaveLength(3);
  const own = await (await asking(people.officer, `agency=${AGENCY}&state=ALL&format=csv`)).text();
  expect([...own.matchAll(/^\d+\/2021,/gm)]).toHaveLength(1);
  const { rows } = await db.owner.query(
    "SELECT subject, payload ->> 'rows' AS rows FROM audit_entry WHERE action = 'export.cases' ORDER BY seq",
  );
  expect(rows).toEqual([
    { subject: `cases:${AGENCY}`, rows: "3" },
    { subject: `cases:${AGENCY}`, rows: "1" },
  ]);
});

test("leaders see the oldest, the biggest and what left the denominator late; an officer does not", async () => {
  const found = await getLeadersDocket(people.nation, { agency: "cuc-hung-yen", year: 2021 });
  expect(found.oldest[0]?.id).toBe(ids[0]);
  expect(found.biggest.map(({ outstanding }) => outstanding)).toEqual([900n, 800n, 600n]);
  expect(found.reclassified).toMatchObject({ cases: 1, outstanding: 800n });
  expect(found.reclassified.first).toMatchObject([{ caseId: ids[1], isBack: false }]);
  const before = await getLeadersDocket(people.nation, { agency: "cuc-hung-yen", year: 2020 });
  expect(before.reclassified).toEqual({ cases: 0, outstanding: 0n, first: [] });
  const asOfficer = getLeadersDocket(people.officer, { agency: AGENCY });
  await expect(asOfficer).rejects.toMatchObject({ code: "not-found" });
});

test("the month's draft is the register's form; a typed report is compared with it", async () => {
  const key = { agency: AGENCY, year: 2021, month: 12 };
  const draft = await findRegisterDraft(people.clerk, key);
  expect(draft).toMatchObject({ illustrative: true });
  expect(draft?.figures.total?.cases).toMatchObject({ carriedOver: 1n, newlyAccepted: 2n, completed: 1n });
  expect(await findRegisterDraft(people.officer, key)).toBeNull();
  expect(await findRegisterDraft(people.stranger, key)).toBeNull();
  expect(await findRegisterDraft(people.clerk, { ...key, year: 2015 })).toBeNull();
  expect(await getRegisterComparison(people.head, key)).toMatchObject({ revision: null, mayExplain: true });
  expect(await getRegisterComparison(people.nation, key)).toMatchObject({ mayExplain: false });
  await setPeriod(db.owner, 2021, 12, "OPEN");
  await save(people.clerk, key);
  const summary = await findRegisterSummary(people.head, key);
  expect(summary?.differences).toBeGreaterThan(0);
  expect(summary?.withoutReason).toBe(summary?.differences);
  expect(await findRegisterSummary(people.stranger, key)).toBeNull();
});
