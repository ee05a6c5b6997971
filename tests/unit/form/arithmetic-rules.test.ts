import fc from "fast-check";
import { expect, test } from "vitest";
import { type Figures, type FormFigures, INPUT_COLUMNS } from "@/lib/form/columns";
import { blocksSubmission, needsReason, validate } from "@/lib/form/rules";
import { form, found, input, issuesOf, sentences } from "./support";

test("accepts the valid form", () => {
  expect(validate(input())).toEqual([]);
});

test("V01: a missing column is not zero", () => {
  expect(found({ figures: { total: form({ completed: null }) } })).toEqual(["V01:cases:completed"]);
  expect(sentences("V01", { figures: { total: form({ completed: null }) } })).toEqual([
    "Cột 9 (Thi hành xong, việc): chưa nhập. Nhập 0 nếu không phát sinh.",
    "Column 9 (Completed, cases): not entered. Enter 0 if there was none.",
  ]);
});

test("V01: 10b is due for money only and 19 may be left out", () => {
  expect(found({ figures: { total: form({ separateRegister: null }, { separateRegister: null }) } })).toEqual(
    [],
  );
  expect(found({ figures: { total: form({}, { reduced: null }) } })).toEqual(["V01:money:reduced"]);
});

test("V01: a report without the whole docket lacks every due column", () => {
  expect(issuesOf("V01", { figures: {} })).toHaveLength(13 + 14);
});

test.each([
  [-1n, ["negative"]],
  [0n, []],
  [2_147_483_647n, []],
  [2_147_483_648n, ["tooLarge"]],
])("V01: separate register of %s cases gives %s", (separateRegister, kinds) => {
  const issues = issuesOf("V01", { figures: { total: form({ separateRegister }) } });
  expect(issues.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  [99_999_999_999_999_999n, []],
  [100_000_000_000_000_000n, ["tooLarge"]],
])("V01: money of %s gives %s", (separateRegister, kinds) => {
  const issues = issuesOf("V01", { figures: { total: form({}, { separateRegister }) } });
  expect(issues.map(({ kind }) => kind)).toEqual(kinds);
});

test("V02, V03, V05, V06: a printed sum that its columns do not give", () => {
  const statedDerived = {
    cases: {
      totalToResolve: 778n,
      totalEnforceable: 771n,
      eligible: 618n,
      notYetEligible: 153n,
      carriedForward: 410n,
    },
  };
  expect(found({ statedDerived })).toEqual([
    "V02:cases:totalToResolve",
    "V03:cases:totalEnforceable",
    "V05:cases:eligible",
    "V06:cases:carriedForward",
  ]);
  expect(sentences("V05", { statedDerived })).toEqual([
    "Cột 8 (Có điều kiện thi hành, việc): biểu ghi 618, cộng lại từ các cột là 617 (lệch 1 việc).",
    "Column 8 (Eligible for enforcement, cases): the form states 618, its columns give 617 (off by 1 case).",
  ]);
});

test("V03: column 6 outside a district is a warning, unless units are summarised", () => {
  const figures = { total: form({ pulledUpByProvince: 1n, inProgress: 238n }) };
  expect(issuesOf("V03", { figures })).toEqual([]);
  expect(issuesOf("V03", { figures, agencyKind: "PROVINCE" })[0]?.severity).toBe("warning");
  expect(issuesOf("V03", { figures, agencyKind: "PROVINCE", units: [form()] })).toEqual([]);
  expect(issuesOf("V03", { agencyKind: "PROVINCE" })).toEqual([]);
});

test("V04: spells the broken equation out with its numbers and a way to repair it", () => {
  expect(sentences("V04", { figures: { total: form({ inProgress: 242n }) } })).toEqual([
    "Cột 7 = cột 8 + cột 15: 770 ≠ 620 + 153 (lệch 3 việc). Sửa cột 11 còn 239 hoặc xem lại cột 16.",
    "Column 7 = column 8 + column 15: 770 ≠ 620 + 153 (off by 3 cases). Set column 11 to 239 or check column 16.",
  ]);
  expect(
    sentences("V04", { figures: { total: form({}, { inProgress: 23_850_003_000n }) } }, "money")[0],
  ).toBe(
    "Cột 7 = cột 8 + cột 15: 77.000.000.000 ≠ 61.700.003.000 + 15.300.000.000 (lệch 3.000 đồng). " +
      "Sửa cột 11 còn 23.850.000.000 hoặc xem lại cột 16.",
  );
});

test.each([
  [238n, 1],
  [239n, 0],
  [240n, 1],
])("V04: %s in progress breaks %s equation", (inProgress, count) => {
  expect(issuesOf("V04", { figures: { total: form({ inProgress }) } })).toHaveLength(count);
});

test("V04: proposes no negative figure", () => {
  const [issue] = issuesOf("V04", { figures: { total: form({ inProgress: 0n, noCondition: 800n }) } });
  expect(issue?.column).toBe("totalEnforceable");
  expect(issue?.numbers.suggested).toBeUndefined();
});

test("V05: 10b of cases must be 0 or missing", () => {
  expect(found({ figures: { total: form({ reduced: 0n }) } })).toEqual([]);
  expect(sentences("V05", { figures: { total: form({ reduced: 3n }) } })).toEqual([
    "Cột 10b (Giảm nghĩa vụ (tiền), việc) chỉ có ở phần tiền: đang ghi 3 việc. Sửa về 0.",
    "Column 10b (Obligation reduced (money), cases) exists for money only: 3 cases entered. Set it to 0.",
  ]);
});

test.each([
  [741n, []],
  [742n, []],
  [743n, ["doneAboveEnforceable"]],
])("V06: with 28 terminated, %s completed of 770 gives %s", (completed, kinds) => {
  const figures = { total: form({ completed, inProgress: 0n, postponedByAgreement: 0n, noCondition: 0n }) };
  const issues = issuesOf("V06", {
    figures: { total: { ...figures.total, cases: emptied(figures.total.cases) } },
  });
  expect(issues.map(({ kind }) => kind)).toEqual(kinds);
});

test("V06: names what exceeds what", () => {
  expect(sentences("V06", { figures: { total: form({ completed: 743n }) } })).toEqual([
    "Cột 18 (Chuyển kỳ sau, việc) âm: −1. Đã xong (cột 9 + 10 + 10b) là 771, vượt cột 7 là 770 việc.",
    "Column 18 (Carried forward, cases) is negative: −1. Completed (columns 9 + 10 + 10b) is 771, above column 7 of 770 cases.",
  ]);
  expect(sentences("V06", { figures: { total: form({ entrustedOut: 778n }) } })[0]).toBe(
    "Cột 7 (Tổng số phải thi hành, việc) âm: −1. Tổng cột 4, cột 5, cột 6 là 778, vượt cột 1 là 777 việc.",
  );
  expect(sentences("V06", { figures: { total: form({ inProgress: 393n }) } })[0]).toBe(
    "Cột 8 (Có điều kiện thi hành, việc) lớn hơn cột 7: 771 > 770 (lệch 1 việc).",
  );
});

test("errors block, warnings need a reason, and errors come first", () => {
  const issues = validate(input({ figures: { total: form({ carriedOver: 0n }) } }));
  expect(issues.map(({ rule }) => rule)).toEqual(["V04", "V06", "V12", "V16"]);
  expect(blocksSubmission(issues)).toBe(true);
  expect(needsReason(issues).map(({ rule }) => rule)).toEqual(["V12", "V16"]);
  expect(blocksSubmission(needsReason(issues))).toBe(false);
});

const part = fc.bigInt({ min: 0n, max: 10n ** 9n });
const validHalf = fc.array(part, { minLength: 13, maxLength: 13 }).map((parts): Figures => {
  const names = INPUT_COLUMNS.filter((column) => column !== "reduced" && column !== "carriedOver");
  const drawn: Figures = Object.fromEntries(names.map((column, at) => [column, parts[at] ?? 0n]));
  const at = (column: (typeof names)[number]) => drawn[column] ?? 0n;
  const out = at("entrustedOut") + at("withdrawnOrCancelled") + at("pulledUpByProvince");
  const resolved = names.slice(names.indexOf("completed"), -1).reduce((sum, column) => sum + at(column), 0n);
  const inflow = resolved + out;
  return { ...drawn, newlyAccepted: inflow / 2n, carriedOver: inflow - inflow / 2n, reduced: 0n };
});
const validForm = fc.record({ cases: validHalf, money: validHalf });

test("valid reports stay valid under summation", () => {
  fc.assert(
    fc.property(fc.array(validForm, { minLength: 1, maxLength: 4 }), (forms) => {
      const total = forms.reduce((a, b) => ({ cases: sum(a.cases, b.cases), money: sum(a.money, b.money) }));
      const arithmetic = ["V02", "V03", "V04", "V05", "V06", "V09"];
      const rules = validate(input({ figures: { total }, units: forms })).map(({ rule }) => rule);
      expect(rules.filter((rule) => arithmetic.includes(rule))).toEqual([]);
    }),
  );
});

function sum(a: Figures, b: Figures): Figures {
  return Object.fromEntries(INPUT_COLUMNS.map((column) => [column, (a[column] ?? 0n) + (b[column] ?? 0n)]));
}

function emptied(figures: FormFigures["cases"]): Figures {
  return { ...figures, suspendedEligible: 0n, otherEligible: 0n, postponedOrSuspendedOther: 0n };
}
