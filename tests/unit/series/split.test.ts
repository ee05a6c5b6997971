import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Organisation } from "@/lib/agencies/types";
import { type Day, day } from "@/lib/core/day";
import { dividedBy } from "@/lib/metrics/series/division";
import { type Era, membersOf } from "@/lib/series/members/rules";
import { pointsOf, type SeriesRow } from "@/lib/series/rules";

const [since, split] = [day("2010-01-01"), day("2022-04-01")];
type Version = readonly [code: string, parent: string | null, from: Day, until: Day | null];

/** Two provinces; on 01/4/2022 the unit cc-1 of the first is split into one unit of each. */
function organisation(shares: Readonly<Record<string, bigint>>): Organisation {
  const versions: Version[] = [
    ["tc", null, since, null],
    ["cuc-a", "tc", since, null],
    ["cuc-b", "tc", since, null],
    ["cc-1", "cuc-a", since, split],
    ["cc-2", "cuc-a", since, null],
    ["cc-x", "cuc-a", split, null],
    ["cc-y", "cuc-b", split, null],
  ];
  const kindOf = (code: string) =>
    code === "tc" ? "GENERAL_DEPARTMENT" : code.startsWith("cuc") ? "PROVINCE" : "DISTRICT";
  return {
    revision: 1n,
    kinds: new Map(versions.map(([code]) => [code, kindOf(code)])),
    versions: new Map(
      versions.map(([agency, parent, validFrom, validUntil]) => [
        agency,
        [{ agency, name: agency, parent, validFrom, validUntil }],
      ]),
    ),
    predecessors: new Map([
      ["cc-x", ["cc-1"]],
      ["cc-y", ["cc-1"]],
    ]),
    successors: new Map([["cc-1", ["cc-x", "cc-y"]]]),
    shares: new Map(Object.keys(shares).length > 0 ? [["cc-1", new Map(Object.entries(shares))]] : []),
  };
}

const ask = (agency: string) => ({ agency, base: day("2023-01-01"), from: 2022, to: 2022 });
const figures = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10n ** 15n }))
  .map(([done, rest]) => ({ done, eligible: done + rest }));

type Figures = { done: bigint; eligible: bigint };

/** What the database would answer for March of an era, when cc-1 and cc-2 reported. */
function rowsFor(era: Era | undefined, reported: Readonly<Record<string, Figures>>): SeriesRow[] {
  const row = (part: string | null, units: readonly string[]): SeriesRow[] => {
    const list = units.flatMap((unit) => reported[unit] ?? []);
    if (list.length === 0) return [];
    const numerator = String(list.reduce((sum, { done }) => sum + done, 0n));
    const denominator = String(list.reduce((sum, { eligible }) => sum + eligible, 0n));
    const flags = { isFinal: true, isRevised: false, isIllustrative: false };
    return [{ year: 2022, month: 3, part, reported: list.length, numerator, denominator, ...flags }];
  };
  const apart = era?.divided.flatMap(({ unit }) => row(unit, [unit])) ?? [];
  return [...apart, ...row(null, era?.units ?? [])];
}

/** March of an agency's series on the map after the split. */
function march(map: Organisation, agency: string, reported: Readonly<Record<string, Figures>>) {
  const { eras } = membersOf(map, ask(agency));
  const era = eras.find(({ periods }) => periods.some(({ month }) => month === 3));
  return pointsOf(rowsFor(era, reported), eras).find(({ period }) => period.month === 3);
}

test("the parts of a split add up to the whole, to the đồng, and stay completed ≤ eligible", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), { minLength: 2, maxLength: 6 }),
      figures,
      (shares, { done, eligible }) => {
        const total = shares.reduce((sum, each) => sum + each, 0n);
        fc.pre(total > 0n);
        const parts = dividedBy(
          shares.map((n) => ({ n, d: total })),
          { completed: done, eligible },
        );
        expect(parts.reduce((sum, part) => sum + part.completed, 0n)).toBe(done);
        expect(parts.reduce((sum, part) => sum + part.eligible, 0n)).toBe(eligible);
        expect(parts.every(({ completed, eligible: all }) => completed >= 0n && completed <= all)).toBe(true);
        expect(parts.every((part, at) => shares[at] !== 0n || part.eligible === 0n)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("counts of which more is done than due are divided too, and still add up", () => {
  const parts = dividedBy(
    [3n, 4n].map((n) => ({ n, d: 7n })),
    { completed: 10n, eligible: 3n },
  );
  expect(parts.map(({ completed }) => completed)).toEqual([4n, 6n]);
  expect(parts.map(({ eligible }) => eligible)).toEqual([1n, 2n]);
});

describe("on the map after a split", () => {
  test("both provinces' series add up to what was reported, whatever the shares", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1000n }),
        fc.bigInt({ min: 1n, max: 1000n }),
        figures,
        figures,
        (x, y, one, two) => {
          const map = organisation({ "cc-x": x, "cc-y": y });
          const reported = { "cc-1": one, "cc-2": two };
          const [a, b] = [march(map, "cuc-a", reported), march(map, "cuc-b", reported)];
          expect((a?.numerator ?? 0n) + (b?.numerator ?? 0n)).toBe(one.done + two.done);
          expect((a?.denominator ?? 0n) + (b?.denominator ?? 0n)).toBe(one.eligible + two.eligible);
          expect(b?.flags.includes("estimated")).toBe(x > 0n);
          expect(a?.flags.includes("estimated")).toBe(x > 0n);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("without shares the provinces have no sum, and the nation has the exact one", () => {
    const map = organisation({});
    for (const agency of ["cuc-a", "cuc-b"]) {
      const members = membersOf(map, ask(agency));
      expect(members).toMatchObject({ undivided: ["cc-1"], unplaced: ["cc-1"] });
      const point = march(map, agency, {
        "cc-1": { done: 1n, eligible: 2n },
        "cc-2": { done: 1n, eligible: 2n },
      });
      expect(point).toMatchObject({ numerator: null, denominator: null });
      expect(point?.flags).not.toContain("estimated");
    }
    const nation = membersOf(map, ask("tc"));
    expect(nation).toMatchObject({ undivided: [], unplaced: [] });
    expect(nation.eras[0]?.units).toContain("cc-1");
    expect(nation.eras.every(({ divided }) => divided.length === 0)).toBe(true);
  });

  test("as it was then, nothing is divided", () => {
    const { eras, unplaced } = membersOf(organisation({ "cc-x": 1n, "cc-y": 1n }), {
      ...ask("cuc-a"),
      base: "then",
    });
    expect(eras.every(({ divided, undivided }) => divided.length + undivided.length === 0)).toBe(true);
    expect(unplaced).toEqual([]);
  });
});
