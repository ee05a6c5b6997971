import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { isMet } from "@/lib/metrics/target";
import { firstPlannedDay, planned, supposedOf, tiersOf } from "@/lib/planning/rules";
import { type PlanState, planSchema } from "@/lib/planning/schema";
import type { MeasurePlan, PlanBasis } from "@/lib/planning/types";
import { planExport, planTitle } from "@/lib/planning/view";
import type { GroupSums } from "@/lib/results/sums/types";
import { boardOf, nodeOf } from "@/tests/unit/scoreboard/boards";

type Unit = { agency: string; done: bigint; of: bigint; going?: bigint };

function basisOf(units: readonly Unit[], month = 6, today = "2030-01-01"): PlanBasis {
  const sum = (of: "done" | "of") => units.reduce((total, unit) => total + unit[of], 0n);
  const children = units.map(({ agency, done, of }) =>
    nodeOf({ agency, name: agency, cases: [done, of] }, month),
  );
  const root = nodeOf({ agency: "tc", name: "Tổng cục", cases: [sum("done"), sum("of")] }, month);
  const sums = units.map(({ agency, done, of, going }): [string, GroupSums] => {
    const figures = going === undefined ? {} : { inProgress: going, otherEligible: of - done - going };
    return [agency, { cases: figures, money: figures, reports: 1 }];
  });
  return { board: boardOf(root, children, month), sums: new Map(sums), today: day(today) };
}

const state = (known: Partial<Record<keyof PlanState, string>> = {}): PlanState => planSchema.parse(known);
const casesOf = (basis: PlanBasis, known: PlanState): MeasurePlan => {
  const [cases] = planned(basis, known).plans;
  if (!cases) throw new Error("no plan");
  return cases;
};

describe("weeks", () => {
  const june = { year: 2022, month: 6 };
  test("begin after the figures, or today while it lies in their year", () => {
    expect(firstPlannedDay(june, day("2022-05-10"), undefined)).toBe("2022-05-10");
    expect(firstPlannedDay(june, day("2022-03-01"), undefined)).toBe("2022-04-01");
    expect(firstPlannedDay(june, day("2023-03-01"), undefined)).toBe("2022-04-01");
  });
  test("begin on the day asked for when work can still be planned on it", () => {
    expect(firstPlannedDay(june, day("2023-03-01"), day("2022-06-15"))).toBe("2022-06-15");
    expect(firstPlannedDay(june, day("2023-03-01"), day("2021-01-01"))).toBe("2022-04-01");
  });
  test("are none after the year's end", () => {
    const basis = basisOf([{ agency: "a", done: 10n, of: 100n }], 12);
    expect(planned(basis, state())).toMatchObject({ from: "2022-10-01", weeks: 0 });
    expect(planTitle(basis, planned(basis, state()), "vi")).toContain("Năm thống kê đã hết");
  });
});

/** Shares are within what each has, add up to what is needed, and then the whole passes. */
function expectSound(basis: PlanBasis, made: MeasurePlan, ownFirst: boolean): void {
  if (made.kind === "refused" || made.mix === null) return;
  const { shares, short } = made.mix;
  const { weeks } = planned(basis, state());
  for (const { amount, hard, after, weekly } of shares) {
    expect(amount >= hard && hard >= 0n && after.numerator <= after.denominator).toBe(true);
    expect(weekly * BigInt(weeks)).toBeGreaterThanOrEqual(amount);
  }
  const given = shares.reduce((total, { amount }) => total + amount, 0n);
  if (!ownFirst) expect(given + short).toBe(made.plan.needed);
  const then = { numerator: made.now.numerator + given, denominator: made.now.denominator };
  if (short === 0n && made.plan.isReachable) expect(isMet(then, made.target)).toBe(true);
}

describe("the cheapest mix", () => {
  const units = fc.array(
    fc.record({
      done: fc.bigInt({ min: 0n, max: 60n }),
      rest: fc.bigInt({ min: 0n, max: 60n }),
      part: fc.nat(60),
    }),
    { minLength: 1, maxLength: 6 },
  );
  test("adds up to what the agency needs, within what each has, and then passes", () => {
    fc.assert(
      fc.property(units, fc.constantFrom("", "1"), (list, own) => {
        const basis = basisOf(
          list.map(({ done, rest, part }, at) => ({
            ...{ agency: `u${at}`, done, of: done + rest },
            going: BigInt(part) < rest ? BigInt(part) : rest,
          })),
        );
        expectSound(basis, casesOf(basis, state(own ? { own } : {})), own === "1");
      }),
    );
  });
  test("leaves postponed work alone while some is in progress", () => {
    const basis = basisOf([
      { agency: "easy", done: 50n, of: 100n, going: 50n },
      { agency: "stuck", done: 50n, of: 100n, going: 0n },
    ]);
    const made = casesOf(basis, state({ hard: "3" }));
    const share = (agency: string) =>
      made.kind === "planned" ? made.mix?.shares.find(({ node }) => node.agency === agency) : undefined;
    expect(share("easy")).toMatchObject({ amount: 50n, hard: 0n });
    expect(share("stuck")).toMatchObject({ amount: 11n, hard: 11n });
  });
  test("without the columns weighs everything alike", () => {
    expect(tiersOf({}, { numerator: 3n, denominator: 10n }, 2n)).toEqual([{ cost: 1n, available: 7n }]);
  });
});

describe("what is supposed", () => {
  const basis = basisOf([{ agency: "a", done: 4262n, of: 5135n }], 6);
  test("moves what is needed, of the whole and of the mix", () => {
    const [plain, more] = [casesOf(basis, state()), casesOf(basis, state({ newCases: "100" }))];
    if (plain.kind === "refused" || more.kind === "refused") throw new Error("refused");
    expect(more.supposed?.ratio.denominator).toBe(5235n);
    expect(more.plan.needed - plain.plan.needed).toBe(more.supposed?.change);
    expect(more.mix?.needed).toBe(more.plan.needed);
  });
  test("that cannot be is refused with its numbers", () => {
    const made = casesOf(basis, state({ movedCases: "-874" }));
    expect(made).toMatchObject({ kind: "refused", reason: "impossible" });
    expect(made.kind === "refused" && made.problems[0]?.text.vi).toContain("873");
    expect(casesOf(basis, state({ movedCases: "\u2212873" })).kind).toBe("planned");
  });
  test("that cannot be read is refused by name and never taken as 0", () => {
    const made = casesOf(basis, state({ newCases: "1,234" }));
    expect(made).toMatchObject({ kind: "refused", reason: "unreadable", problems: [{ field: "newCases" }] });
    expect(supposedOf(state({ newMoney: "12 tỷ 500 triệu" }), "money").newlyEligible).toBe(12_500_000_000n);
    expect(supposedOf(state({ newCases: "mười" }), "cases").problems).toHaveLength(1);
  });
});

describe("nothing is planned", () => {
  const empty = (root: Parameters<typeof nodeOf>[0], targeted = true) => ({
    ...{ board: boardOf(nodeOf(root, 6, targeted), [], 6), sums: new Map(), today: day("2022-04-05") },
  });
  test.each([
    ["noFigures", empty({ agency: "a", name: "A", cases: null })],
    ["noTarget", empty({ agency: "a", name: "A", cases: [1n, 2n] }, false)],
    ["nothingDue", empty({ agency: "a", name: "A", cases: [0n, 0n] })],
  ])("%s", (reason, basis) => {
    expect(casesOf(basis, state())).toMatchObject({ kind: "refused", reason });
    const file = planExport(basis, planned(basis, state()), "vi", new Date("2022-04-05T00:00:00Z"));
    expect(file.rows).toHaveLength(2);
  });
});
