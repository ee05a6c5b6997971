import { describe, expect, test } from "vitest";
import { leadersExport } from "@/lib/scoreboard/export/view";
import { leaderRows } from "@/lib/scoreboard/leaders/view";
import { measureStanding, organisationDays, targetInForce } from "@/lib/scoreboard/rules";
import { exportSchema, queryOf, ratesSchema, resultsSchema } from "@/lib/scoreboard/schema";
import { finding, formatInstant, linePoints, pointsSentence, shortMoney } from "@/lib/scoreboard/view";
import { boardOf, nodeOf } from "./boards";

const children = [
  nodeOf({ agency: "cuc-da-nang", name: "Cục Thi hành án dân sự thành phố Đà Nẵng", cases: [9n, 10n] }),
  nodeOf({ agency: "cuc-an-giang", name: "Cục Thi hành án dân sự tỉnh An Giang", cases: [18n, 20n] }),
  nodeOf({
    agency: "cuc-ca-mau",
    name: "Cục Thi hành án dân sự tỉnh Cà Mau",
    cases: [8n, 10n],
    money: [9n, 10n],
  }),
  nodeOf({ agency: "cuc-ha-giang", name: "Cục Thi hành án dân sự tỉnh Hà Giang", cases: [0n, 0n] }),
  nodeOf({ agency: "cuc-lao-cai", name: "Cục Thi hành án dân sự tỉnh Lào Cai", cases: null }),
];
const nation = nodeOf({ agency: "tc", name: "Tổng cục Thi hành án dân sự", cases: [35n, 40n] });
const board = boardOf(nation, children);
const state = { sort: "cases", dir: "desc", q: "", verdict: undefined } as const;
const listed = (over: Partial<Parameters<typeof leaderRows>[1]>) =>
  leaderRows(board, { ...state, ...over }).map(({ node, rank }) => `${rank ?? "-"} ${node.agency.slice(4)}`);

describe("the order of the table", () => {
  test("ties share a rank, what has no rate comes last without one", () => {
    expect(listed({})).toEqual(["1 an-giang", "1 da-nang", "3 ca-mau", "- ha-giang", "- lao-cai"]);
    expect(listed({ dir: "asc" })).toEqual([
      "3 ca-mau",
      "1 an-giang",
      "1 da-nang",
      "- ha-giang",
      "- lao-cai",
    ]);
  });

  test("sorting by money ranks by money", () => {
    expect(listed({ sort: "moneyPoints", dir: "asc" })[0]).toBe("1 an-giang");
    expect(listed({ sort: "money" }).slice(0, 3)).toEqual(["1 an-giang", "1 ca-mau", "1 da-nang"]);
  });

  test("search ignores diacritics and keeps the rank of the whole table", () => {
    expect(listed({ q: "ca mau" })).toEqual(["3 ca-mau"]);
    expect(listed({ q: "ĐÀ nang" })).toEqual(["1 da-nang"]);
  });

  test("the verdict filter looks at the sorted measure", () => {
    expect(listed({ verdict: "NOT_MET" })).toEqual(["3 ca-mau"]);
    expect(listed({ verdict: "NOT_MET", sort: "money" })).toEqual([]);
  });

  test("names sort by place as Vietnamese", () => {
    const names = ["1 an-giang", "3 ca-mau", "1 da-nang", "- ha-giang", "- lao-cai"];
    expect(listed({ sort: "name", dir: "asc" })).toEqual(names);
  });
});

describe("the finding in the title", () => {
  const title = (
    cases: [bigint, bigint] | null,
    money: [bigint, bigint] | null,
    month = 12,
    targeted = true,
  ) =>
    finding(
      boardOf(nodeOf({ agency: "tc", name: "Tổng cục", cases, money }, month, targeted), [], month),
      "vi",
    );

  test("says both, the same, or different", () => {
    expect(title([9n, 10n], [5n, 10n])).toBe("Cả nước đạt cả hai chỉ tiêu năm 2022");
    expect(title([9n, 10n], [5n, 10n], 6)).toBe("Cả nước đã đạt cả hai chỉ tiêu năm 2022");
    expect(title([45n, 100n], [1n, 10n], 6)).toBe("Cả nước đúng tiến độ về việc, chậm tiến độ về tiền");
    expect(title([1n, 10n], [1n, 10n])).toBe("Cả nước không đạt chỉ tiêu cả về việc và về tiền");
    expect(title(null, null, 6)).toBe("Chưa có số liệu 6 tháng năm 2022 của cả nước");
    expect(title([9n, 10n], [5n, 10n], 12, false)).toContain("chưa giao chỉ tiêu");
  });
});

describe("distance to the target", () => {
  test("is said exactly: over, under, and equal only when equal", () => {
    const target = {
      target: { comparison: "above", basisPoints: 8000n },
      inheritedFrom: null,
      inheritedName: null,
      source: "",
    } as const;
    const said = (n: bigint, d: bigint) =>
      pointsSentence(measureStanding({ numerator: n, denominator: d }, target, 12), "vi");
    expect(said(8105n, 10_000n)).toBe("vượt 1,05 điểm %");
    expect(said(8n, 10n)).toBe("bằng chỉ tiêu");
    expect(said(799_999n, 1_000_000n)).toBe("thiếu 0,00 điểm %");
    expect(said(0n, 0n)).toBeNull();
  });

  test("without a target nothing is judged, and the rate still stands", () => {
    const standing = measureStanding({ numerator: 1n, denominator: 2n }, null, 12);
    expect(standing).toMatchObject({
      ratePct: "50.00",
      verdict: "NOT_APPLICABLE",
      points: null,
      remaining: null,
    });
  });

  test("an inherited target names its owner, an own one does not", () => {
    const targets = [
      {
        agencyCode: "tc",
        indicator: "R_C",
        comparison: "above",
        basisPoints: 8150,
        baselineYear: null,
        source: "",
      },
      {
        agencyCode: "cuc",
        indicator: "R_M",
        comparison: "atLeast",
        basisPoints: 4000,
        baselineYear: null,
        source: "",
      },
    ];
    const options = { baseline: () => null, self: "cuc", nameOf: (code: string) => code.toUpperCase() };
    expect(targetInForce(targets, "cases", ["cuc", "tc"], options)).toMatchObject({
      inheritedFrom: "tc",
      inheritedName: "TC",
    });
    expect(targetInForce(targets, "money", ["cuc", "tc"], options)).toMatchObject({ inheritedFrom: null });
    expect(targetInForce([], "money", ["cuc", "tc"], options)).toBeNull();
  });
});

test("months are read with one organisation until something changes in it", () => {
  const version = { agency: "a", name: "A", parent: null, validFrom: "2009-11-01", validUntil: "2025-07-01" };
  const organisation = { versions: new Map([["a", [version]]]) } as unknown as Parameters<
    typeof organisationDays
  >[0];
  expect(organisationDays(organisation, 2025, [1, 2, 9, 10, 12])).toEqual([
    "2024-10-31",
    "2024-10-31",
    "2024-10-31",
    "2025-07-31",
    "2025-07-31",
  ]);
});

test("a month with nothing due has no point on the line", () => {
  const year = [
    { month: 1, cases: { numerator: 0n, denominator: 0n }, money: null },
    { month: 2, cases: { numerator: 1n, denominator: 3n }, money: null },
  ];
  expect(linePoints({ ...board, year }, "cases").map(({ month, percent }) => [month, percent])).toEqual([
    [2, 33.3333],
  ]);
});

test("the line ends at the month shown, although the year goes on", () => {
  const ratio = { numerator: 1n, denominator: 2n };
  const year = [5, 6, 7].map((month) => ({ month, cases: ratio, money: ratio }));
  expect(linePoints({ ...boardOf(nation, [], 6), year }, "cases").map(({ month }) => month)).toEqual([5, 6]);
});

test("money in a sentence is rounded to the triệu, the largest to the tỷ", () => {
  expect(shortMoney(400_582_000_000n, "vi")).toBe("400 tỷ 582 triệu đồng");
  expect(shortMoney(951_501_187_648n, "vi")).toBe("951 tỷ 501 triệu đồng");
  expect(shortMoney(35_183_572_922_000n, "vi")).toBe("35.184 tỷ đồng");
  expect(shortMoney(0n, "vi")).toContain("0");
});

test("instants are shown in Vietnamese time", () => {
  expect(formatInstant(new Date("2022-04-08T18:32:00Z"))).toBe("09/04/2022 01:32");
});

describe("what comes in by URL", () => {
  test("the API takes nothing unknown, repeated or out of range, and names the field", () => {
    const fields = (search: string) =>
      ratesSchema
        .safeParse(queryOf(new URLSearchParams(search)))
        .error?.issues.map(({ path, code }) => path.join() || code) ?? [];
    expect(fields("year=2021&month=12&agency=tc&children=true&includeSubmitted=false")).toEqual([]);
    expect(fields("year=2021&month=13&agency=tc")).toEqual(["month"]);
    expect(fields("year=20x1&month=1&agency=tc")).toEqual(["year"]);
    expect(fields("year=2021&month=1&agency=tc&agency=cql")).toEqual(["agency"]);
    expect(fields("year=2021&month=1&agency=tc&children=yes")).toEqual(["children"]);
    expect(fields("year=2021&month=1&agency=tc&extra=1")).toEqual(["unrecognized_keys"]);
    expect(fields("year=2021&month=1")).toEqual(["agency"]);
  });

  test("the page falls back where the API refuses", () => {
    const parsed = resultsSchema.parse({
      year: "x",
      month: "99",
      sort: "nonsense",
      verdict: "",
      q: ["a", "b"],
    });
    expect(parsed).toMatchObject({ year: undefined, month: undefined, sort: "cases", dir: "desc", q: "" });
  });

  test("an export names its format", () => {
    expect(exportSchema.safeParse({ year: "2021", month: "1", agency: "tc" }).success).toBe(false);
  });
});

test("an exported table carries its notes, and says illustrative in a line and in a column", () => {
  const marked = children.map((node) => ({ ...node, illustrative: node.agency === "cuc-ca-mau" }));
  const table = leadersExport(
    boardOf({ ...nation, illustrative: true }, marked),
    state,
    "vi",
    new Date("2022-10-10T00:00:00Z"),
  );
  expect(table.notes[0]).toBe("Số liệu minh họa");
  expect(table.notes).toContain("Số liệu đến 08/04/2022 10:32");
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  const flags = table.rows.map((row) => row.at(-1));
  expect(flags).toEqual([null, null, "Số liệu minh họa", null, null, "Số liệu minh họa"]);
  expect(table.rows[0]?.[2]).toBe(18n);
});
