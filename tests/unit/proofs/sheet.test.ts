import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { pdfOf } from "@/lib/documents/pdf/write";
import { formLines, spanOf } from "@/lib/proofs/forms/rules";
import { contentHash } from "@/lib/proofs/rules";
import type { ProofSheet } from "@/lib/proofs/sheet/types";
import { proofSheet } from "@/lib/proofs/sheet/view";
import type { ProofInput } from "@/lib/proofs/types";
import type { Proof, ProvenRevision } from "@/lib/scoreboard/proof/types";
import { readPdf } from "@/tests/factories/documents";
import { boardOf, nodeOf } from "../scoreboard/boards";

const at = new Date("2022-10-05T03:00:00Z");
const huge = 123_456_789_012_345n;
const cell = (agency: string, column: string, value: bigint): ProofInput => ({
  ...{ agency, revision: 3, column: `money.total.${column}`, value },
  entered: { by: "a1", at: new Date("2022-09-30T02:00:00Z") },
  submitted: null,
  approved: { by: "b1", at: new Date("2022-10-03T02:00:00Z") },
});

/** A sheet in money, each form with these two cells. */
function sheetOf(model: Proof, agencies: readonly string[], knownAt: Date | null = null): ProofSheet {
  const claim = {
    ...{
      agency: model.node.agency,
      period: model.board.period,
      own: false,
      indicator: "R_M" as const,
      knownAt,
    },
    definition: { version: "1", validFrom: day("2020-01-05"), source: "Thông tư 06/2019/TT-BTP" },
    formula: {
      numerator: [{ column: "money.total.completed", sign: 1 as const }],
      denominator: ["completed", "inProgress"].map((name) => ({
        column: `money.total.${name}`,
        sign: 1 as const,
      })),
    },
    inputs: agencies.flatMap((code) => [cell(code, "completed", huge), cell(code, "inProgress", huge)]),
  };
  const shown = {
    numerator: huge * BigInt(agencies.length),
    denominator: 2n * huge * BigInt(agencies.length),
  };
  const people = new Map([
    ["a1", "Nguyễn Thị Phương Thảo"],
    ["b1", "Trần Nguyễn Hoàng Quốc Bảo"],
  ]);
  return { model, stated: { ...claim, shown, hash: contentHash(claim) }, people };
}

const codes = (count: number) => Array.from({ length: count }, (_, index) => `cc-${100 + index}`);
const unit = (agency: string) =>
  nodeOf({
    agency,
    name: `Chi cục Thi hành án dân sự thành phố Phan Rang - Tháp Chàm`,
    cases: [huge, 2n * huge],
  });
const root = nodeOf({
  agency: "cuc-x",
  name: "Cục Thi hành án dân sự thành phố Hồ Chí Minh",
  cases: [huge, 2n * huge],
});
const revision = (number: number): ProvenRevision => ({
  ...{ revision: number, kind: "SUPPLEMENT", status: number === 9 ? "APPROVED" : "SUPERSEDED" },
  ...{
    formVersion: "tt-06-2019",
    illustrative: true,
    source: null,
    reason: "Nhập thiếu một việc do nhầm ".repeat(9),
  },
  entered: { name: "Nguyễn Thị Phương Thảo", at },
  submitted: null,
  approved: { name: "Trần Nguyễn Hoàng Quốc Bảo", at },
  totals: { cases: null, money: { completed: huge, eligible: 2n * huge } },
  columns: { cases: {}, money: {} },
});
const province = (count: number): ProofSheet => {
  const children = codes(count).map(unit);
  return sheetOf({ level: "province", board: boardOf(root, children), node: root, units: [] }, codes(count));
};

async function pagesOf(sheet: ProofSheet): Promise<string[]> {
  return (await readPdf(await pdfOf(proofSheet(sheet, "vi", at), at))).pages;
}

describe("one page of A4", () => {
  test.each([5, 12, 13, 36])(
    "holds a province of %i units with long names and the largest sums",
    async (count) => {
      expect(await pagesOf(province(count))).toHaveLength(1);
    },
  );

  test("holds the nation of 63 provinces", async () => {
    const nation = nodeOf({ agency: "tc", name: "Tổng cục Thi hành án dân sự", cases: [huge, 2n * huge] });
    const children = codes(63).map((agency) =>
      nodeOf({
        agency,
        name: "Cục Thi hành án dân sự tỉnh Bà Rịa - Vũng Tàu",
        cases: [huge / 10n, huge / 5n],
      }),
    );
    const model: Proof = { level: "nation", board: boardOf(nation, children), node: nation };
    const pages = await pagesOf(sheetOf(model, codes(700)));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("63 cơ quan góp vào");
    expect(pages[0]).toContain("1.400 ô của 700 biểu");
  });

  test("holds a unit with nine revisions, of which the newest four are listed", async () => {
    const revisions = [9, 8, 7, 6, 5, 4, 3, 2, 1].map(revision);
    const node = unit("cc-100");
    const model: Proof = {
      level: "unit",
      board: boardOf(node, []),
      node,
      revisions,
      shown: revisions[0] ?? null,
    };
    const pages = await pagesOf(sheetOf(model, ["cc-100"]));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("và 5 bản cũ hơn");
    expect(pages[0]).toContain("/chung-minh/cc-100/2022/12?revision=9");
  });
});

describe("a sheet", () => {
  test("says the rate, what it is made of, the formula in columns, who signed, and the hash", async () => {
    const sheet = province(5);
    const [page = ""] = await pagesOf(sheet);
    for (const part of [
      "CHỨNG MINH SỐ LIỆU",
      "50,00 %",
      "vượt 10,00 điểm %",
      "R_M, định nghĩa v1: các cột (9) / (9 + 11)",
      "Cộng lại 10 ô đã nhập",
      "mã băm khớp",
      "Nguyễn Thị Phương Thảo, 30/09/2022 09:00",
      "Trần Nguyễn Hoàng Quốc Bảo, 03/10/2022 09:00",
      "Lập lúc 05/10/2022 10:00",
    ]) {
      expect(page).toContain(part);
    }
    expect(page.replace(/ /g, "")).toContain(sheet.stated.hash);
  });

  test("says in large letters when the cells do not give the figure", async () => {
    const sheet = province(5);
    const wrong = { ...sheet, stated: { ...sheet.stated, inputs: sheet.stated.inputs.slice(1) } };
    expect((await pagesOf(wrong)).join()).toContain("KHÔNG KHỚP");
  });

  test("of an earlier day says which day, and that its page is of that day", async () => {
    const node = unit("cc-100");
    const knownAt = new Date("2022-09-30T16:59:59.999Z");
    const board = { ...boardOf(node, []), knownAt };
    const sheet = sheetOf(
      { level: "unit", board, node, revisions: [revision(9)], shown: null },
      ["cc-100"],
      knownAt,
    );
    const [page] = await pagesOf(sheet);
    expect(page).toContain("như đã biết đến 30/09/2022 23:59");
    expect(page).toContain("asOf=2022-09-30");
    expect(page).not.toContain("Nhập thiếu một việc");
  });

  test("in English is complete", () => {
    const text = JSON.stringify(proofSheet(province(13), "en", at));
    expect(text).toContain("13 forms that go in");
    expect(text).not.toMatch(/Cộng lại|góp vào|Tử số/);
  });
});

test("cells are summarised to forms, and steps to their first, last and people", () => {
  const { stated } = province(2);
  expect(formLines(stated).map(({ agency, ratio }) => [agency, ratio])).toEqual(
    codes(2).map((agency) => [agency, { numerator: huge, denominator: 2n * huge }]),
  );
  const steps = [
    { by: "a", at: new Date(5) },
    null,
    { by: "b", at: new Date(2) },
    { by: "a", at: new Date(9) },
  ];
  expect(spanOf(steps)).toEqual({ first: new Date(2), last: new Date(9), people: 2 });
  expect(spanOf([null])).toBeNull();
});
