import { describe, expect, test } from "vitest";
import { mergedSnapshot, mergeOf } from "@/components/results/entry/conflict";
import { storedSide } from "@/components/results/entry/exchange";
import { entryReducer, openedState } from "@/components/results/entry/state";

const base = { "cases:completed": 1n, "cases:inProgress": 2n, "cases:terminated": 3n } as const;
const mine = { ...base, "cases:completed": 10n, "cases:inProgress": 20n } as const;
const theirs = { ...base, "cases:completed": 11n, "cases:terminated": 30n } as const;
const whole = (values: object) => ({ values, reasons: {} });

describe("a stale save", () => {
  test("asks only about the cells both sides changed", () => {
    expect(mergeOf(base, mine, theirs)).toEqual({
      taken: ["cases:terminated"],
      kept: ["cases:inProgress"],
      clashes: [{ key: "cases:completed", mine: 10n, theirs: 11n }],
    });
  });

  test("asks nothing when both typed the same", () => {
    expect(mergeOf(base, mine, mine).clashes).toEqual([]);
  });

  test("shows an emptied cell as not entered, never as zero", () => {
    expect(mergeOf({ "cases:completed": 1n }, {}, { "cases:completed": 5n }).clashes).toEqual([
      { key: "cases:completed", mine: null, theirs: 5n },
    ]);
  });

  test("joins by the choices and keeps mine where nothing was chosen", () => {
    const chosen = mergedSnapshot(whole(base), whole(mine), whole(theirs), { "cases:completed": "theirs" });
    expect(chosen.values).toEqual({
      "cases:completed": 11n,
      "cases:inProgress": 20n,
      "cases:terminated": 30n,
    });
    const unchosen = mergedSnapshot(whole(base), whole(mine), whole(theirs), {});
    expect(unchosen.values["cases:completed"]).toBe(10n);
  });

  test("is settled on their version, so that the next save builds on it", () => {
    const opened = openedState({ version: 4, values: base, reasons: {} }, "dong");
    const stale = entryReducer(
      { ...opened, values: mine },
      { kind: "stale", theirs: { version: 6, values: theirs, reasons: {} } },
    );
    expect(stale.values).toEqual(mine);
    const settled = entryReducer(stale, { kind: "resolved", values: mine, reasons: {} });
    expect(settled.stored.version).toBe(6);
    expect(settled.theirs).toBeNull();
  });
});

describe("the server's answer about a stale save", () => {
  const stored = { total: { cases: { completed: "11" }, money: { completed: "7301304089000" } } };

  test("gives the saved side", () => {
    const details = { expectedVersion: 4, version: 6, yours: {}, stored, savedBy: null, savedAt: null };
    expect(storedSide(details, {})).toEqual({
      version: 6,
      values: { "cases:completed": 11n, "money:completed": 7_301_304_089_000n },
      reasons: {},
    });
  });

  test("is no saved side when it names no later version, or is something else", () => {
    expect(storedSide({ expectedVersion: 4, version: 0, stored: {} }, {})).toBeNull();
    expect(storedSide({ expectedVersion: 4 }, {})).toBeNull();
    expect(storedSide(undefined, {})).toBeNull();
  });
});
