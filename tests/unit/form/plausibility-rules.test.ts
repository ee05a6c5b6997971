import { expect, test } from "vitest";
import type { Day } from "@/lib/core/day";
import { day } from "@/lib/core/day";
import { issueKey } from "@/lib/form/issue";
import { validate } from "@/lib/form/rules";
import { form, input, issuesOf, sentences } from "./support";

const later = { year: 2021, month: 12 };

test("V10: a cumulative column that falls is asked about", () => {
  const previous = { total: form({ completed: 334n }) };
  expect(sentences("V10", { previous })).toEqual([
    "Cột 9 (Thi hành xong, việc) là số lũy kế nhưng giảm từ 334 xuống 333 (giảm 1 việc). " +
      "Sửa lại, hoặc giải trình theo báo cáo bổ sung.",
    "Column 9 (Completed, cases) is cumulative but fell from 334 to 333 (by 1 case). " +
      "Correct it, or explain by a supplementary report.",
  ]);
  const [issue] = issuesOf("V10", { previous });
  expect(issue && issueKey(issue)).toBe("V10:cases:total:completed");
});

test.each([
  [332n, 0],
  [333n, 0],
  [334n, 1],
])("V10: from %s to 333 completed gives %s issue", (completed, count) => {
  expect(issuesOf("V10", { previous: { total: form({ completed }) } })).toHaveLength(count);
});

test("V10: stocks may fall, and so may anything in a supplementary report", () => {
  expect(issuesOf("V10", { previous: { total: form({ inProgress: 500n }) } })).toEqual([]);
  expect(issuesOf("V10", { previous: { total: form({ completed: 334n }) }, isSupplement: true })).toEqual([]);
});

test("V10: uses the year's history where no accepted report is given, and never reaches into the year before", () => {
  const history = [{ month: 8, figures: form({ completed: 334n }) }];
  expect(issuesOf("V10", { history })).toHaveLength(1);
  const previous = { total: form({ completed: 334n }) };
  expect(issuesOf("V10", { previous, period: { year: 2021, month: 1 } })).toEqual([]);
});

test("V10: follows the parts of the docket as well", () => {
  const [now, before] = [
    { cases: { completed: 1n }, money: {} },
    { cases: { completed: 2n }, money: {} },
  ];
  const issues = issuesOf("V10", { figures: { total: form(), credit: now }, previous: { credit: before } });
  expect(issues.map(issueKey)).toEqual(["V10:cases:credit:completed"]);
});

test("V11: carried over is last year's 18 less 19", () => {
  const period = { year: 2021, month: 1 };
  const yearEnd = (separateRegister: bigint) => ({ total: form({ separateRegister }) });
  expect(sentences("V11", { period, previousYearEnd: yearEnd(100n) })).toEqual([
    "Cột 2 (Năm trước chuyển sang, việc): 303 khác số năm trước chuyển sang (cột 18 − cột 19 của 12 tháng): " +
      "409 − 100 = 309 (lệch 6 việc).",
    "Column 2 (Carried over from last year, cases): 303 differs from last year's close " +
      "(column 18 − column 19 at 12 months): 409 − 100 = 309 (off by 6 cases).",
  ]);
});

test.each([
  [105n, 1],
  [106n, 0],
  [107n, 1],
  [96n, 0],
])("V11: with %s moved at year end gives %s issue", (separateRegister, count) => {
  const previousYearEnd = { total: form({ separateRegister }) };
  const issues = issuesOf("V11", { period: { year: 2021, month: 1 }, previousYearEnd });
  expect(issues.filter(({ measure }) => measure === "cases")).toHaveLength(count);
});

test("V11: a fall by moves to the separate register is normal, another change is not", () => {
  expect(issuesOf("V11", { previous: { total: form({ carriedOver: 308n, separateRegister: 5n }) } })).toEqual(
    [],
  );
  expect(sentences("V11", { previous: { total: form({ carriedOver: 308n }) } })).toEqual([
    "Cột 2 (Năm trước chuyển sang, việc) đổi từ 308 thành 303 (lệch 5 việc); " +
      "số chuyển sổ theo dõi riêng (cột 19) trong tháng: 0.",
    "Column 2 (Carried over from last year, cases) changed from 308 to 303 (by 5 cases); " +
      "moved to the separate register (column 19) this month: 0.",
  ]);
});

test("V12: asks about files without money and money without files in the columns that go together", () => {
  expect(sentences("V12", { figures: { total: form({}, { completed: 0n }) } }, "money")).toEqual([
    "Cột 9 (Thi hành xong, tiền): có 333 việc nhưng tiền là 0. Kiểm tra, hoặc ghi rõ việc không có giá trị.",
    "Column 9 (Completed, money): 333 cases but no money. Check, or state that they have no money value.",
  ]);
  expect(issuesOf("V12", { figures: { total: form({ completed: 0n }) } })[0]?.kind).toBe("moneyWithoutCases");
});

test.each([
  [4n, 0],
  [5n, 1],
])("V12: %s other eligible files without money give %s issue", (otherEligible, count) => {
  expect(
    issuesOf("V12", { figures: { total: form({ otherEligible }, { otherEligible: 0n }) } }),
  ).toHaveLength(count);
});

test.each([
  [2_330_999_999n, 0],
  [2_331_000_000n, 1],
])("V12: %s đồng withdrawn without a file, of 77,7 tỷ, gives %s issue", (withdrawnOrCancelled, count) => {
  expect(issuesOf("V12", { figures: { total: form({}, { withdrawnOrCancelled }) } })).toHaveLength(count);
});

test.each([
  [8, 153n, 122n, 1],
  [8, 153n, 123n, 0],
  [11, 153n, 133n, 1],
  [11, 153n, 134n, 0],
  [8, 153n, 19n, 0],
  [8, 153n, 205n, 1],
])("V13: in month %s not-yet-eligible %s after %s gives %s issue", (month, _now, before, count) => {
  const previous = { total: form({ noCondition: before - 16n }) };
  const issues = issuesOf("V13", { period: { year: 2021, month }, previous });
  expect(issues.filter(({ column }) => column === "notYetEligible")).toHaveLength(count);
});

test("V13: names direction, share and limit", () => {
  const previous = { total: form({ noCondition: 100n }) };
  expect(sentences("V13", { previous })).toEqual([
    "Cột 15 (Chưa có điều kiện, việc) tăng 31,9 % so với tháng trước: 116 → 153 (ngưỡng 25 %).",
    "Column 15 (Not yet eligible, cases) rose 31.9% on the month before: 116 → 153 (limit 25%).",
  ]);
  expect(issuesOf("V13", { previous, thresholds: { jumpPercent: 32n } })).toEqual([]);
});

test.each([
  [9, 4n, 0],
  [12, 5n, 0],
  [12, 4n, 1],
])("V14: in month %s, 7 entrusted after %s gives %s issue", (month, entrustedOut, count) => {
  const previous = { total: form({ entrustedOut }) };
  expect(issuesOf("V14", { period: { year: 2021, month }, previous })).toHaveLength(count);
});

test("V14: compares with one and a half times the mean", () => {
  const [figures, previous] = [
    { total: form({ entrustedOut: 25n }) },
    { total: form({ entrustedOut: 22n }) },
  ];
  expect(issuesOf("V14", { period: later, figures, previous })).toEqual([]);
  const more = { total: form({ entrustedOut: 26n }) };
  expect(sentences("V14", { period: later, figures: more, previous })).toEqual([
    "Cột 4 (Ủy thác thi hành án, việc): riêng tháng 9 là 4 việc, bình quân 11 tháng trước là 2,0 mỗi tháng.",
    "Column 4 (Entrusted out, cases): 4 cases in September alone; the 11 months before average 2.0 a month.",
  ]);
});

test.each([
  [440n, 0],
  [453n, 0],
  [454n, 1],
])("V15: 474 new files after %s at eleven months give %s issue", (newlyAccepted, count) => {
  const previous = { total: form({ newlyAccepted }) };
  const issues = issuesOf("V15", { period: later, previous });
  expect(issues.filter(({ measure }) => measure === "cases")).toHaveLength(count);
});

test.each([
  [54n, 0],
  [55n, 1],
])("V15: an idle September after %s new files in eleven months gives %s issue", (newlyAccepted, count) => {
  const figures = { total: form({ newlyAccepted }) };
  const issues = issuesOf("V15", { period: later, figures, previous: figures });
  expect(issues.filter(({ measure }) => measure === "cases")).toHaveLength(count);
});

test("V15: shows the month against the mean", () => {
  const previous = { total: form({ newlyAccepted: 470n }) };
  expect(sentences("V15", { period: later, previous })).toEqual([
    "Cột 3 (Mới thụ lý, việc): riêng tháng 9 chỉ 4 việc, bình quân 11 tháng trước là 42,7 mỗi tháng. " +
      "Kiểm tra việc để lại sang tháng 10.",
    "Column 3 (Newly accepted, cases): only 4 cases in September; the 11 months before average 42.7 a month. " +
      "Check for files held over to October.",
  ]);
});

test("V16: the first report of the year carries something over", () => {
  const figures = { total: form({ carriedOver: 0n }) };
  expect(issuesOf("V16", { figures, period: { year: 2021, month: 1 } })).toHaveLength(1);
  expect(issuesOf("V16", { figures, previous: { total: form() } })).toEqual([]);
  expect(issuesOf("V16", { period: { year: 2021, month: 1 } })).toEqual([]);
});

test("V17: one period after the other", () => {
  expect(sentences("V17", { previousAccepted: false }, null)).toEqual([
    "Báo cáo 8 tháng chưa được chấp nhận nên chưa gửi được báo cáo 9 tháng.",
    "The 8-month report is not accepted yet, so the 9-month report cannot be sent.",
  ]);
  expect(issuesOf("V17", { previousAccepted: true })).toEqual([]);
  expect(issuesOf("V17", { previousAccepted: null })).toEqual([]);
  expect(issuesOf("V17", { previousAccepted: false, isSupplement: true })).toEqual([]);
});

test.each<[Day, number]>([
  [day("2021-06-29"), 1],
  [day("2021-06-30"), 1],
  [day("2021-07-01"), 0],
])("V17: on %s nine months of 2021 give %s issue", (today, count) => {
  expect(issuesOf("V17", { today })).toHaveLength(count);
});

test("V17: says from which day", () => {
  expect(sentences("V17", { today: day("2021-06-30") }, null)[0]).toBe(
    "Chưa hết kỳ: kỳ kết thúc ngày 30/06/2021, hôm nay 30/06/2021. Gửi được từ ngày 01/07/2021.",
  );
});

test.each([
  ["58,51", 0],
  ["58.50", 0],
  ["58,5 %", 0],
  ["58,508914", 0],
  ["58,52", 1],
  ["58,49", 1],
  ["58,6", 1],
  ["58", 1],
  ["gần 60", 1],
  ["", 0],
])("V18: stated %s against 361 ÷ 617 gives %s issue", (cases, count) => {
  expect(issuesOf("V18", { statedRates: { cases } })).toHaveLength(count);
});

test("V18: shows both rates", () => {
  expect(sentences("V18", { statedRates: { cases: "59,00" } })).toEqual([
    "Tỷ lệ ghi 59,00 %, tính lại 58,51 % (đã xong 361 ÷ 617 việc, cột 8).",
    "Stated rate 59.00%, recomputed 58.51% (completed 361 ÷ 617 cases, column 8).",
  ]);
});

test("no rule invents a comparison when there is nothing to compare with", () => {
  for (let month = 1; month <= 12; month += 1) {
    expect(validate(input({ period: { year: 2021, month } }))).toEqual([]);
  }
});
