import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { exportTable } from "@/lib/exports/operations";
import { getProof } from "@/lib/scoreboard/proof/queries";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
const place = { agency: "cc-336", year: 2021, month: 12 };
const report = (done: bigint) =>
  simpleReport(place, { cases: { done, eligible: 10n }, money: { done, eligible: 10n } });

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(
    db.owner,
    readHungYen2021().filter(({ month }) => month === 12),
  );
  await loadReports(db.owner, [report(7n)], { status: "SUPERSEDED" });
  await loadReports(db.owner, [report(8n)], { revision: 2, reason: "Nhập thiếu một việc" });
}, 300_000);
afterAll(() => db.close());

describe("proof", () => {
  test("of a province goes down to every unit's form, and the forms add up to the figure", async () => {
    const proof = await getProof(await readerAt("LEADER", "tc"), {
      agency: "cuc-hung-yen",
      year: 2021,
      month: 12,
    });
    if (proof.level !== "province") throw new Error(proof.level);
    expect(proof.units).toHaveLength(11);
    const done = proof.units.reduce((sum, { current }) => sum + (current?.totals.cases?.completed ?? 0n), 0n);
    expect(done).toBe(proof.node.cases.ratio?.numerator);
    expect(proof.units[0]?.current).toMatchObject({
      status: "APPROVED",
      illustrative: true,
      entered: { name: "test:clerk" },
      approved: { name: "test:head" },
    });
  });

  test("of a province's own office shows its columns, derived ones too", async () => {
    const query = { agency: "cuc-hung-yen", year: 2021, month: 12, own: "1" } as const;
    const proof = await getProof(await readerAt("CLERK", "cuc-hung-yen"), query);
    if (proof.level !== "unit") throw new Error(proof.level);
    expect(proof.node.own).toBe(true);
    expect(proof.shown?.columns.cases.eligible).toBe(proof.node.cases.ratio?.denominator);
  });

  test("of the nation names the provinces", async () => {
    const proof = await getProof(await readerAt("LEADER", "tc"), { agency: "tc", year: 2021, month: 12 });
    expect(proof.level).toBe("nation");
  });

  test("keeps the earlier revision readable and says why it was replaced", async () => {
    const reader = await readerAt("CLERK", "cc-336");
    const now = await getProof(reader, place);
    const before = await getProof(reader, { ...place, revision: 1 });
    if (now.level !== "unit" || before.level !== "unit") throw new Error("not a unit");
    expect(now.revisions.map(({ revision, status }) => [revision, status])).toEqual([
      [2, "APPROVED"],
      [1, "SUPERSEDED"],
    ]);
    expect(now.shown).toMatchObject({ reason: "Nhập thiếu một việc", totals: { cases: { completed: 8n } } });
    expect(before.shown).toMatchObject({ status: "SUPERSEDED", totals: { cases: { completed: 7n } } });
    expect(now.node.adjusted).toBe(true);
  });

  test("refuses a revision that is not there, an office without one, and another's form alike", async () => {
    const codeOf = (reading: Promise<unknown>) =>
      reading.then(
        () => "seen",
        (error) => error.code,
      );
    const reader = await readerAt("CLERK", "cc-336");
    expect(await codeOf(getProof(reader, { ...place, revision: 9 }))).toBe("not-found");
    expect(await codeOf(getProof(reader, { ...place, own: "1" }))).toBe("not-found");
    expect(await codeOf(getProof(reader, { ...place, agency: "cc-338" }))).toBe("not-found");
    expect(await codeOf(getProof(reader, place))).toBe("seen");
  });

  test("of a unit that has not reported shows nothing in force", async () => {
    const proof = await getProof(await readerAt("LEADER", "tc"), { ...place, agency: "cc-338" });
    expect(proof).toMatchObject({ level: "unit", shown: null, revisions: [] });
  });
});

describe("an export", () => {
  const input = { table: "leaders", agency: "cuc-hung-yen", year: 2021, month: 12, format: "csv", rows: 12 };
  const lines = async () =>
    (await db.owner.query("SELECT actor_id, subject, payload FROM audit_entry WHERE action = 'export.table'"))
      .rows;

  test("leaves a line of audit with who, what and how much", async () => {
    await perform(exportTable, await readerAt("LEADER", "cuc-hung-yen"), input);
    expect(await lines()).toEqual([
      {
        actor_id: "test:LEADER@cuc-hung-yen",
        subject: "export:leaders:cuc-hung-yen:2021-12",
        payload: { format: "csv", rows: 12 },
      },
    ]);
  });

  test("of a foreign agency is refused and not recorded as an export", async () => {
    const before = await lines();
    const reader = await readerAt("LEADER", "cuc-thai-binh");
    await expect(perform(exportTable, reader, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await lines()).toHaveLength(before.length);
  });
});
