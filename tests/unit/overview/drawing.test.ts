import { describe, expect, test } from "vitest";
import { lineChart } from "@/components/charts/line-chart";
import { apart, linear, logarithmic, pathThrough } from "@/components/charts/scale";
import { changes } from "@/components/overview/changes";
import { contributionCard } from "@/components/overview/contributions";
import { drawingOf } from "@/components/overview/drawing";
import { funnelCard } from "@/components/overview/funnel";
import { map } from "@/components/overview/map";
import { measureCard } from "@/components/overview/measure";
import { rankingCard } from "@/components/overview/ranking";
import { strugglerCard } from "@/components/overview/strugglers";
import { overviewExport } from "@/lib/overview/export/view";
import { chartTable } from "@/lib/overview/tables/view";
import { CHARTS } from "@/lib/overview/types";
import { boardOf, nodeOf } from "@/tests/unit/scoreboard/boards";
import { chance, overviewOf, snapshot } from "./overviews";

const hostile = 'Cục tỉnh <script>alert("1")</script>';
const root = nodeOf({ agency: "tc", name: "Tổng cục", cases: [1_000n, 4_000n] }, 6);
const children = [
  nodeOf({ agency: "cuc-ha-noi", name: hostile, cases: [100n, 1_500n] }, 6),
  nodeOf({ agency: "cuc-hung-yen", name: "Cục tỉnh Hưng Yên", cases: [700n, 1_000n] }, 6),
  nodeOf({ agency: "cuc-ca-mau", name: "Cục tỉnh Cà Mau", cases: [200n, 1_500n] }, 6),
];
const monthBefore = snapshot({ year: 2022, month: 5 }, [800n, 3_900n], {
  "cuc-ha-noi": [700n, 1_400n],
  "cuc-hung-yen": [50n, 1_000n],
  "cuc-ca-mau": [50n, 1_500n],
});
const overview = overviewOf(boardOf(root, children, 6), { monthBefore, forecasts: chance(0.71) });
const drawing = drawingOf(overview, "cases", "vi");
const all = () =>
  [
    changes(drawing),
    measureCard(drawing, "cases"),
    map(drawing),
    strugglerCard(drawing),
    contributionCard(drawing),
    rankingCard(drawing),
    funnelCard(drawing),
  ].map(String);

test("a hostile name is text in every part of the page", () => {
  for (const part of all()) expect(part).not.toContain("<script");
  expect(all().join("")).toContain("&lt;script&gt;");
});

test("no part carries a style attribute, which the content policy would refuse", () => {
  for (const part of all()) expect(part).not.toMatch(/\sstyle=/);
});

test("titles state the finding", () => {
  expect(String(map(drawing))).toContain("2 / 3 tỉnh chưa đạt tiến độ về việc");
  expect(String(strugglerCard(drawing))).toContain("2 tỉnh khó đạt chỉ tiêu về việc nếu giữ nhịp này");
  expect(String(rankingCard(drawing))).toContain("Dẫn đầu về việc: Hưng Yên, 70,00 %");
  expect(String(changes(drawing))).toContain("1 tỉnh lên mức tốt hơn");
});

test("a tile says name, rate and verdict in words and leads one level down", () => {
  const picture = String(map(drawing));
  expect(picture).toContain("<title>Hưng Yên: 70,00 %, Đúng tiến độ</title>");
  expect(picture).toContain("/tong-quan?agency=cuc-hung-yen&amp;year=2022&amp;month=6&amp;measure=cases");
});

test("every rate leads to its proof", () => {
  expect(String(rankingCard(drawing))).toContain('href="/chung-minh/cuc-hung-yen/2022/6">70,00</a>');
  expect(String(changes(drawing))).toContain('href="/chung-minh/tc/2022/5">20,51 %</a>');
});

test("a forecast stands with its interval, its chance and how the method did before", () => {
  const card = String(measureCard(drawing, "cases"));
  for (const text of ["80,0 %", "78,0 %–83,0 %", "71 %", "144 trên 180 lần"]) expect(card).toContain(text);
});

test("a unit without anybody below has no map, no ranking and no contributions", () => {
  const alone = drawingOf(overviewOf(boardOf({ ...root, kind: "DISTRICT" }, [], 6)), "cases", "vi");
  expect([map(alone), rankingCard(alone), strugglerCard(alone), contributionCard(alone)]).toEqual([
    ...[null, null, null, null],
  ]);
  expect(funnelCard(alone)).toBeNull();
});

describe.each(CHARTS)("the table of %s", (kind) => {
  test("has as many cells in each row as columns, and goes out with its notes", () => {
    const { columns, rows } = chartTable(kind, overview, "money", "en");
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const file = overviewExport(overview, { chart: kind, measure: "money" }, "vi", new Date("2022-04-08"));
    expect(file.name).toMatch(/^[\w-]+$/);
    expect(file.notes.join(" ")).toContain("Nguồn");
  });
});

describe("scales", () => {
  test("are straight, or equally far for equal ratios", () => {
    expect(linear([0, 100], [0, 400])(25)).toBe(100);
    expect(logarithmic([1, 100], [0, 2])(10)).toBeCloseTo(1);
    expect(
      pathThrough([
        [0, 1],
        [2, 3.12345],
      ]),
    ).toBe("M0 1L2 3.1");
  });
  test("labels that would touch are moved apart and keep their order", () => {
    const [first = 0, second = 0, third = 0] = apart([10, 12, 60], 14);
    expect(second - first).toBeGreaterThanOrEqual(14);
    expect(third).toBeGreaterThan(second);
    expect(apart([10, 40], 14)).toEqual([10, 40]);
  });
});

test("a chart of one month is drawn without a line to nowhere", () => {
  const picture = lineChart({
    ...{ id: "one", label: "one", months: [1, 12], before: [], beforeName: "2021", lastLabel: "5,00 %" },
    current: [{ month: 1, percent: 5 }],
    target: null,
    outlook: null,
  });
  expect(String(picture)).not.toContain("NaN");
});
