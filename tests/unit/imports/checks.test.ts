import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { changesOf, formIssues, isUnchanged, type Known, stateIssues } from "@/lib/imports/checks/rules";
import { readCsvFile } from "@/lib/imports/layout/rules";
import type { ImportedReport, KnownReport } from "@/lib/imports/reports/types";
import { type CsvRow, csvOf, hungYenRows } from "@/tests/factories/csv-files";

function reportOf(month: number, change: Partial<CsvRow> = {}): ImportedReport {
  const rows = hungYenRows().filter((row) => row.agency === "cuc-hung-yen" && row.month === String(month));
  const [cases, money] = readCsvFile(
    csvOf(rows.map((row, at) => (at === 0 ? { ...row, ...change } : row))),
  ).lines;
  return {
    agency: "cuc-hung-yen",
    kind: "PROVINCE",
    period: { year: 2021, month },
    rows: { cases: 2, money: 3 },
    figures: { cases: cases?.figures ?? {}, money: money?.figures ?? {} },
    counts: null,
  };
}

function known(reports: readonly KnownReport[] = [], changes: Partial<Known> = {}): Known {
  const byKey = new Map(
    reports.map((report) => [`${report.agency} 2021-${String(report.month).padStart(2, "0")}`, [report]]),
  );
  return {
    reports: byKey,
    periodStatus: () => "CLOSED",
    isOpenYear: () => false,
    isReopened: () => false,
    ...changes,
  };
}

function storedOf(report: ImportedReport, status: KnownReport["status"]): KnownReport {
  return {
    agency: report.agency,
    ...report.period,
    revision: 1,
    version: 2,
    status,
    figures: report.figures,
    counts: {},
  };
}

const rulesOf = (issues: readonly { rule: string }[]) => issues.map(({ rule }) => rule);

test("a month is compared with the month before in the file, and failing that with the stored one", () => {
  const fallen = reportOf(3, { newlyAccepted: "10" });
  const inFile = formIssues([reportOf(2), fallen], known(), "final");
  const inStore = formIssues([fallen], known([storedOf(reportOf(2), "LOCKED")]), "final");
  expect(rulesOf(inFile)).toContain("V10");
  expect(inStore).toEqual(inFile);
  expect(rulesOf(formIssues([fallen], known([storedOf(reportOf(2), "DRAFT")]), "final"))).not.toContain(
    "V10",
  );
});

test("errors of the form block final figures, never drafts; warnings block neither", () => {
  const wrong = reportOf(1, { completed: "49" });
  const final = formIssues([wrong], known(), "final");
  expect(final.filter(({ blocks }) => blocks).length).toBeGreaterThan(0);
  expect(final.every(({ blocks, severity }) => blocks === (severity === "error"))).toBe(true);
  expect(formIssues([wrong], known(), "draft").some(({ blocks }) => blocks)).toBe(false);
});

test.each([
  ["2021-09-30", ["V17"]],
  ["2021-10-01", []],
])("on %s the year 2021 is history: refused with %j", (today, expected) => {
  const issues = stateIssues([reportOf(12)], known(), { mode: "final", today: day(today) });
  expect(rulesOf(issues)).toEqual(expected);
});

test.each([
  ["final", "LOCKED", []],
  ["final", "DRAFT", ["STATE"]],
  ["final", "SUBMITTED", ["STATE"]],
  ["draft", "APPROVED", ["STATE"]],
  ["draft", "SUBMITTED", ["STATE"]],
  ["draft", "DRAFT", ["PERIOD"]],
] as const)("as %s over a stored report that is %s: %j", (mode, status, expected) => {
  const report = reportOf(1);
  const issues = stateIssues([report], known([storedOf(report, status)]), { mode, today: day("2022-01-01") });
  expect(rulesOf(issues)).toEqual(expected);
});

test("other figures than the final ones ask for a supplementary report", () => {
  const stored = known([storedOf(reportOf(1), "LOCKED")]);
  const other = reportOf(1, { separateRegister: "13" });
  const issues = stateIssues([other], stored, { mode: "final", today: day("2022-01-01") });
  expect(issues[0]?.message).toContain("báo cáo bổ sung");
  expect(changesOf(other, stored)).toMatchObject([{ column: "separateRegister", old: "12", new: "13" }]);
});

test("no 10b of cases and a zero there are the same report", () => {
  const stored = known([storedOf(reportOf(1, { reduced: "" }), "LOCKED")]);
  expect(isUnchanged(reportOf(1, { reduced: "0" }), stored)).toBe(true);
  expect(isUnchanged(reportOf(1, { completed: "" }), stored)).toBe(false);
});
