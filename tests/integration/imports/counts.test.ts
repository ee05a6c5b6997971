import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import type { Failure } from "@/lib/core/failure";
import { importDraft, importHistory } from "@/lib/imports/operations";
import type { ImportReport } from "@/lib/imports/reports/types";
import { getReport } from "@/lib/results/queries";
import { type CsvRow, csvOf, hungYenRows } from "@/tests/factories/csv-files";
import { setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let clerk: Actor;
let staff: Actor;
beforeAll(async () => {
  db = await testDatabase();
  clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  for (const year of [2012, 2013, 2014]) await setPeriod(db.owner, year, 1, "OPEN");
});
afterAll(() => db.close());

/** The first month of the province's own office as a file of two lines, with count columns at its end. */
function fileOf(year: number, codes: readonly string[], cases: readonly string[], money: readonly string[]) {
  const rows = hungYenRows()
    .filter(({ agency, month }) => agency === "cuc-hung-yen" && month === "1")
    .map((row): CsvRow => ({ ...row, year: String(year) }));
  const [header, first, second] = csvOf(rows).split("\n");
  return [[header, ...codes].join(","), [first, ...cases].join(","), [second, ...money].join(",")].join("\n");
}

const draft = (csv: string, dryRun = false): Promise<ImportReport> =>
  perform(importDraft, clerk, { csv, dryRun });
const countsIn = async (year: number) =>
  (await getReport(clerk, { agency: "cuc-hung-yen", year, month: 1 })).counts;

test("a draft takes the counts of the file, keeps those it has no column for, and empties what it leaves empty", async () => {
  const first = await draft(fileOf(2012, ["D01", "D02", "K01"], ["12", "11", "5"], ["", "", ""]));
  expect(first.changes.filter(({ measure }) => measure === null)).toMatchObject([
    { column: "D01", old: null, new: "12" },
    { column: "D02", old: null, new: "11" },
    { column: "K01", old: null, new: "5" },
  ]);
  expect(await draft(fileOf(2012, [], [], []))).toMatchObject({ unchanged: 2, changeCount: 0 });
  const again = await draft(fileOf(2012, ["D01", "K01"], ["", ""], ["13", ""]));
  expect(again.changes).toMatchObject([
    { column: "D01", old: "12", new: "13" },
    { column: "K01", old: "5", new: null },
  ]);
  expect(await countsIn(2012)).toMatchObject({ D01: "13", D02: "11", K01: null });
});

test("a dry run names every broken count with its row and column, and writes nothing", async () => {
  const csv = fileOf(2013, ["D01", "D02", "K01", "N01"], ["5", "6", "-1", "3"], ["", "", "", "4"]);
  const report = await draft(csv, true);
  expect(report.issues.map(({ row, column, rule }) => `${row}:${column}:${rule}`).sort()).toEqual([
    "2:K01:V19",
    "3:N01:V19",
  ]);
  const sound = await draft(fileOf(2013, ["D01", "D02"], ["5", "6"], ["", ""]), true);
  expect(sound.issues).toMatchObject([{ rule: "V19", row: 2, column: "D02", value: "6", severity: "error" }]);
  const { rows } = await db.owner.query("SELECT count(*)::int AS n FROM report_revision WHERE year = 2013");
  expect(rows[0].n).toBe(0);
});

test("history takes counts too, in its audit as well; a part above its whole blocks all of it", async () => {
  const source = "Báo cáo năm 2011";
  const bad = fileOf(2011, ["H01", "H02"], ["1", "2"], ["", ""]);
  const refused = await perform(importHistory, staff, { csv: bad, source, dryRun: false }).catch(
    (error: Failure) => error,
  );
  expect((refused as Failure & { details: ImportReport }).details.issues).toMatchObject([
    { rule: "V19", column: "H02" },
  ]);
  const good = fileOf(2011, ["H01", "H02"], ["2", "2"], ["2", "2"]);
  expect(await perform(importHistory, staff, { csv: good, source, dryRun: false })).toMatchObject({
    accepted: 2,
  });
  const { rows } = await db.owner.query(
    "SELECT code, value, standing FROM report_counts WHERE year = 2011 ORDER BY code",
  );
  expect(rows).toEqual([
    { code: "H01", value: "2", standing: "EFFECTIVE" },
    { code: "H02", value: "2", standing: "EFFECTIVE" },
  ]);
  const audit = await db.owner.query(
    "SELECT payload -> 'reports' -> 0 -> 'counts' AS counts FROM audit_entry WHERE action = 'report.import'",
  );
  expect(audit.rows).toEqual([{ counts: { H01: "2", H02: "2" } }]);
  const again = await perform(importHistory, staff, { csv: good, source, dryRun: false });
  expect(again).toMatchObject({ unchanged: 2 });
});
