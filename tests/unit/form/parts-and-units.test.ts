import { expect, test } from "vitest";
import type { FormFigures, InputColumn } from "@/lib/form/columns";
import { describeIssue } from "@/lib/form/issue";
import { CASES, form, found, issuesOf, MONEY, sentences } from "./support";

const none: FormFigures = { cases: zeros(CASES), money: zeros(MONEY) };

function zeros(figures: object): FormFigures["cases"] {
  return Object.fromEntries(Object.keys(figures).map((column) => [column, 0n]));
}

function without(figures: FormFigures, column: InputColumn): FormFigures {
  const { [column]: _, ...cases } = figures.cases;
  return { ...figures, cases };
}

test("V07: is silent without parts and content when they add up", () => {
  expect(issuesOf("V07", {})).toEqual([]);
  expect(issuesOf("V07", { figures: { total: form(), exOfficio: form(), onRequest: none } })).toEqual([]);
});

test.each([
  [0n, 0],
  [1n, 1],
])("V07: %s completed on request too many gives %s issue", (completed, count) => {
  const onRequest = { ...none, cases: { ...none.cases, completed } };
  expect(issuesOf("V07", { figures: { total: form(), exOfficio: form(), onRequest } })).toHaveLength(count);
});

test("V07: shows the sum, and asks for the missing third of a column", () => {
  const onRequest = { ...none, cases: { ...none.cases, completed: 5n } };
  expect(sentences("V07", { figures: { total: form(), exOfficio: form(), onRequest } })).toEqual([
    "Cột 9 (Thi hành xong, việc): chủ động 333 + theo yêu cầu 5 ≠ tổng số 333 (lệch 5 việc).",
    "Column 9 (Completed, cases): ex officio 333 + on request 5 ≠ total 333 (off by 5 cases).",
  ]);
  const figures = { total: form(), exOfficio: form(), onRequest: without(none, "completed") };
  expect(sentences("V07", { figures })).toEqual([
    "Cột 9 (Thi hành xong, việc): phải đủ cả ba số. Chủ động: 333; theo yêu cầu: chưa nhập; tổng số: 333.",
    "Column 9 (Completed, cases): all three are needed. Ex officio: 333; on request: not entered; total: 333.",
  ]);
});

test("V07: one part alone leaves every column incomplete, except the optional 19", () => {
  const figures = {
    total: form({ separateRegister: 4n }),
    exOfficio: { cases: { completed: 1n }, money: {} },
  };
  expect(issuesOf("V07", { figures })).toHaveLength(13);
});

test.each([
  [333n, 0],
  [334n, 1],
])("V08: %s completed credit cases of 333 give %s issue", (completed, count) => {
  const credit = { cases: { completed }, money: {} };
  expect(issuesOf("V08", { figures: { total: form(), credit } })).toHaveLength(count);
});

test("V08: names the subset", () => {
  const [issue] = issuesOf("V08", {
    figures: { total: form(), credit: { cases: { completed: 334n }, money: {} } },
  });
  expect(issue && describeIssue(issue, "vi")).toBe(
    "Án tín dụng, ngân hàng – Cột 9 (Thi hành xong, việc): 334 lớn hơn tổng số 333 (lệch 1 việc).",
  );
  expect(issue && describeIssue(issue, "en")).toBe(
    "Credit institutions – Column 9 (Completed, cases): 334 exceeds the total 333 (off by 1 case).",
  );
});

test("V08: compares derived columns too", () => {
  const stateBudget = form({ entrustedOut: 6n, inProgress: 240n });
  expect(found({ figures: { total: form(), stateBudget } })).toEqual([
    "V08:cases:totalEnforceable",
    "V08:cases:eligible",
    "V08:cases:inProgress",
    "V08:cases:carriedForward",
  ]);
});

test("V09: a summary is the sum of its units", () => {
  expect(issuesOf("V09", { units: [form(), none] })).toEqual([]);
  expect(issuesOf("V09", { units: [] })).toEqual([]);
  const units = [form(), { ...none, cases: { ...none.cases, completed: 2n } }];
  expect(sentences("V09", { units })).toEqual([
    "Cột 9 (Thi hành xong, việc): cộng 2 đơn vị được 335, biểu tổng hợp ghi 333 (lệch 2 việc).",
    "Column 9 (Completed, cases): the 2 units sum to 335, the summary states 333 (off by 2 cases).",
  ]);
  expect(issuesOf("V09", { units })[0]?.severity).toBe("error");
  expect(issuesOf("V09", { units, agencyKind: "PROVINCE" })[0]?.severity).toBe("warning");
});

test("V09: cannot add up a unit without a figure", () => {
  const issues = issuesOf("V09", { units: [form(), without(none, "completed")] });
  expect(issues.map(({ kind, column }) => [kind, column])).toEqual([["unitsMissing", "completed"]]);
});
