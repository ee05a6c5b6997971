import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plus, ZERO } from "@/lib/metrics/fractions";
import { funnelOf, placesOf, splitOf, strugglers, verdictChanges } from "@/lib/overview/findings/rules";
import { boardOf, nodeOf } from "@/tests/unit/scoreboard/boards";
import { chance, names, overviewOf, snapshot } from "./overviews";

const node = (agency: string, done: bigint, of: bigint, month = 6) =>
  nodeOf({ agency, name: agency, cases: [done, of] }, month);
const nation = (children: ReturnType<typeof node>[], month = 6) => {
  const [done, of] = children.reduce<[bigint, bigint]>(
    ([n, d], { cases }) => [n + (cases.ratio?.numerator ?? 0n), d + (cases.ratio?.denominator ?? 0n)],
    [0n, 0n],
  );
  return boardOf(nodeOf({ agency: "tc", name: "Tổng cục", cases: [done, of] }, month), children, month);
};
const may = { year: 2022, month: 5 };

describe("verdicts that changed", () => {
  const board = nation([node("up", 50n, 100n), node("down", 10n, 100n), node("same", 50n, 100n)]);

  test("are told apart by direction; who kept theirs is left out", () => {
    const monthBefore = snapshot(may, [100n, 300n], {
      up: [10n, 100n],
      down: [40n, 100n],
      same: [40n, 100n],
    });
    const changes = verdictChanges(overviewOf(board, { monthBefore }), "cases");
    expect(changes.map(({ node: { agency }, direction }) => [agency, direction])).toEqual([
      ["up", "better"],
      ["down", "worse"],
    ]);
  });

  test("are nobody's where nobody is known from the month before", () => {
    expect(verdictChanges(overviewOf(board), "cases")).toEqual([]);
    expect(verdictChanges(overviewOf(board, { monthBefore: snapshot(may, [1n, 2n], {}) }), "cases")).toEqual(
      [],
    );
  });
});

describe("contributions", () => {
  const amount = fc
    .tuple(fc.bigInt(0n, 500n), fc.bigInt(1n, 500n))
    .map(([a, b]): [bigint, bigint] => [a, a + b]);

  test("add up to the change of the whole exactly, the largest first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 }), (pairs) => {
        const board = nation(pairs.map(([now], at) => node(`p${at}`, now[0], now[1])));
        const before = pairs.map(([, then]) => then);
        const whole = before.reduce(([n, d], [a, b]) => [n + a, d + b], [0n, 0n]);
        const children = Object.fromEntries(before.map((then, at) => [`p${at}`, then]));
        const monthBefore = snapshot(may, whole, children);
        const split = splitOf(overviewOf(board, { monthBefore }), "cases");
        const sum = (split?.parts ?? []).reduce((total, part) => plus(total, part.total), ZERO);
        expect(split).not.toBeNull();
        expect(sum.n * (split?.change.d ?? 1n)).toBe((split?.change.n ?? 0n) * sum.d);
      }),
      { numRuns: 100 },
    );
  });

  test("are not shown when some of the whole was placed nowhere, or too few reported before", () => {
    const board = nation([node("a", 5n, 10n), node("b", 5n, 10n)]);
    const partial = snapshot(may, [8n, 30n], { a: [4n, 10n], b: [4n, 10n] });
    expect(splitOf(overviewOf(board, { monthBefore: partial }), "cases")).toBeNull();
    const silent = { ...snapshot(may, [8n, 20n], { a: [4n, 10n], b: [4n, 10n] }), reported: 9, expected: 10 };
    expect(splitOf(overviewOf(board, { monthBefore: silent }), "cases")).toBeNull();
    expect(splitOf(overviewOf(board, { monthBefore: { ...silent, reported: 10 } }), "cases")).not.toBeNull();
  });

  test("are not shown while many reports of this month are missing", () => {
    const board = nation([node("a", 5n, 10n)]);
    const root = { ...board.root, coverage: { reported: 7, expected: 10 } };
    const monthBefore = snapshot(may, [4n, 10n], { a: [4n, 10n] });
    expect(splitOf(overviewOf(board, { monthBefore }), "cases")).not.toBeNull();
    expect(splitOf(overviewOf({ ...board, root }, { monthBefore }), "cases")).toBeNull();
  });

  test("are measured from last year's month where the year begins", () => {
    const board = nation([node("a", 5n, 10n, 1)], 1);
    const yearBefore = snapshot({ year: 2021, month: 1 }, [4n, 10n], { a: [4n, 10n] });
    expect(splitOf(overviewOf(board, { yearBefore }), "cases")?.since).toEqual({ year: 2021, month: 1 });
  });
});

describe("who may miss", () => {
  const board = nation([node("far", 10n, 100n), node("near", 39n, 100n), node("fine", 70n, 100n)]);

  test("are those behind their pace, the farthest first", () => {
    expect(names(strugglers(overviewOf(board), "cases"))).toEqual(["far", "near"]);
  });

  test("are also those who keep the pace but will more likely miss than not; the least likely come first", () => {
    const childForecasts = new Map([
      ["fine", chance(0.2)],
      ["near", chance(0.4)],
      ["far", chance(0.6)],
    ]);
    expect(names(strugglers(overviewOf(board, { childForecasts }), "cases"))).toEqual([
      "fine",
      "near",
      "far",
    ]);
  });

  test("are nobody when everybody keeps the pace", () => {
    expect(strugglers(overviewOf(nation([node("fine", 70n, 100n)])), "cases")).toEqual([]);
  });
});

test("ties share a rank, few cases are not ranked, and the rank interval holds the rank", () => {
  const places = placesOf(
    nation([node("b", 50n, 100n), node("a", 100n, 200n), node("c", 10n, 100n), node("tiny", 9n, 10n)]),
    "cases",
  );
  expect(places.map(({ item, rank }) => [item.agency, rank])).toEqual([
    ["b", 1],
    ["a", 1],
    ["c", 3],
    ["tiny", null],
  ]);
  for (const { rank, between } of places) {
    if (rank === null) continue;
    expect(between?.best).toBeLessThanOrEqual(rank);
    expect(between?.worst).toBeGreaterThanOrEqual(rank);
  }
});

test("the funnel lets chance pass and names what lies beyond it; money is judged by the cases behind it", () => {
  const board = nation([
    node("usual", 50n, 100n),
    node("low", 100n, 1_000n),
    nodeOf({ agency: "rich", name: "rich", cases: [500n, 1_000n], money: [900n, 1_000n] }, 6),
  ]);
  const at = (measure: "cases" | "money") =>
    Object.fromEntries(
      funnelOf(board, measure).map(({ node: { agency }, place, cases }) => [agency, [place, cases]]),
    );
  expect(at("cases")).toMatchObject({ low: ["below998", 1_000n], rich: ["above998", 1_000n] });
  expect(at("money").rich?.[1]).toBe(1_000n);
  expect(funnelOf(boardOf(nodeOf({ agency: "tc", name: "", cases: null }), []), "cases")).toEqual([]);
});
