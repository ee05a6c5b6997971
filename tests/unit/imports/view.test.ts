import { expect, test } from "vitest";
import type { ImportIssue } from "@/lib/imports/layout/types";
import type { ImportReport } from "@/lib/imports/reports/types";
import { changeRows, findingOf, issueRows } from "@/lib/imports/view";

const issue: ImportIssue = {
  row: 1234,
  column: "completed",
  value: "5",
  rule: "V04",
  severity: "error",
  blocks: false,
  message: "Sai",
  messageEn: "Wrong",
};
const report: ImportReport = {
  mode: "draft",
  dryRun: true,
  rows: 2,
  accepted: 2,
  unchanged: 0,
  issueCount: 0,
  issues: [],
  changeCount: 0,
  changes: [],
};

test("one word says first whether a file can be imported", () => {
  expect(findingOf(report)).toBe("ready");
  expect(findingOf({ ...report, issues: [{ ...issue, severity: "warning" }] })).toBe("ready");
  expect(findingOf({ ...report, issues: [issue] })).toBe("readyWithErrors");
  expect(findingOf({ ...report, issues: [{ ...issue, blocks: true }] })).toBe("blocked");
  expect(findingOf({ ...report, unchanged: 2 })).toBe("nothingNew");
});

test("issues are told in the reader's language, with what blocks first in words", () => {
  expect(issueRows([issue], "vi")[0]).toMatchObject({ row: "1.234", level: "error", message: "Sai" });
  expect(issueRows([{ ...issue, row: null, blocks: true }], "en")[0]).toMatchObject({
    row: "",
    level: "blocking",
    message: "Wrong",
  });
});

test("a changed cell names its printed column, and a missing figure is never a zero", () => {
  const place = { agency: "cc-323", year: 2021, month: 12, measure: "money", column: "completed" } as const;
  expect(changeRows([{ ...place, old: null, new: "400582000000" }], "vi")[0]).toMatchObject({
    period: "Năm 2021",
    measure: "Về tiền",
    column: expect.stringMatching(/^9\. /),
    old: "chưa nhập",
    new: "400.582.000.000",
  });
});
