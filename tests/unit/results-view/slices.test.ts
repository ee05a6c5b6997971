import { describe, expect, test } from "vitest";
import { cellKey, figuresOf, parseCellKey, valuesOf } from "@/components/results/entry/cell";
import { mergeOf } from "@/components/results/entry/conflict";
import { draftOf, draftText, parseDraft } from "@/components/results/entry/draft";
import { saveBody, storedSide } from "@/components/results/entry/exchange";
import { issuesAt, sliceOf, visibleIssues } from "@/components/results/entry/issues";
import { layoutOf } from "@/components/results/entry/layout";
import { cellName } from "@/components/results/entry/movement";
import { filledCells, neighbourOf, sliceMark } from "@/components/results/entry/parts";
import { pastePlan } from "@/components/results/entry/paste-plan";
import { entryReducer, openedState } from "@/components/results/entry/state";
import { INPUT_COLUMNS, SLICES, type SlicedFigures } from "@/lib/form/columns";
import { describeIssue, type Issue } from "@/lib/form/issue";
import { BASE_VERSION } from "@/lib/form/version";
import { issuesOf } from "../form/support";

const key = { agency: "cc-325", year: 2023, month: 1 };
const credit = { "cases:completed:credit": 19n } as const;
const total = { "cases:completed": 18n } as const;

function stateOf(values: Parameters<typeof valuesOf>[0]) {
  return openedState({ version: 3, values: valuesOf(values), reasons: {} }, "dong");
}

function broken(rule: "V07" | "V08", figures: SlicedFigures): Issue {
  const [issue] = issuesOf(rule, { figures });
  if (!issue) throw new Error(`${rule} is silent`);
  return issue;
}

describe("a cell of a part", () => {
  test("has a name of its own, read back only when it is one", () => {
    for (const slice of SLICES) {
      const name = cellKey("money", "completed", slice);
      expect(parseCellKey(name)).toEqual({ slice, measure: "money", column: "completed" });
    }
    expect(cellKey("cases", "completed")).toBe("cases:completed");
    for (const wrong of ["cases:completed:total", "cases:completed:x", "cases:completed:credit:x"])
      expect(parseCellKey(wrong)).toBeNull();
  });

  test("goes to its slice and back; a part nobody filled is not reported", () => {
    const figures = figuresOf({ ...total, ...credit });
    expect(figures).toEqual({
      total: { cases: { completed: 18n }, money: {} },
      credit: { cases: { completed: 19n }, money: {} },
    });
    expect(valuesOf(figures)).toEqual({ ...total, ...credit });
    expect(figuresOf({})).toEqual({ total: { cases: {}, money: {} } });
  });

  test("is named with its part", () => {
    const scope = { version: BASE_VERSION, locale: "vi" } as const;
    const place = { measure: "cases", column: "completed" } as const;
    expect(cellName(scope, { slice: "credit", ...place })).toBe(
      "Án tín dụng, ngân hàng – 9. Thi hành xong, việc",
    );
    expect(cellName(scope, { slice: "total", ...place })).toBe("9. Thi hành xong, việc");
  });
});

describe("saving parts", () => {
  const none = { version: 3, values: {}, reasons: {} };

  test("names only the parts that have figures", () => {
    const body = saveBody(key, none, { values: { ...total, ...credit }, reasons: {} });
    expect(body).toMatchObject({ expectedVersion: 3, cases: { completed: "18" }, money: {} });
    expect(body.slices).toEqual({ credit: { cases: { completed: "19" }, money: {} } });
    expect(saveBody(key, none, { values: total, reasons: {} }).slices).toEqual({});
  });

  test("names an emptied part, so that the server forgets it too, without a zero", () => {
    const stored = { version: 3, values: { ...total, ...credit }, reasons: {} };
    expect(saveBody(key, stored, { values: total, reasons: {} }).slices).toEqual({
      credit: { cases: {}, money: {} },
    });
  });

  test("keeps a part's figures in the browser's draft", () => {
    const state = entryReducer(stateOf({}), { kind: "chosen", values: credit });
    const draft = draftOf(state, "2023-11-03T00:00:00.000Z");
    expect(draft && parseDraft(draftText(draft))?.values).toEqual(credit);
  });

  test("a stale save compares parts cell by cell", () => {
    const theirs = storedSide(
      {
        expectedVersion: 3,
        version: 4,
        stored: { total: { cases: {}, money: {} }, credit: { cases: { completed: "7" }, money: {} } },
      },
      {},
    );
    expect(mergeOf({}, credit, theirs?.values ?? {}).clashes).toEqual([
      { key: "cases:completed:credit", mine: 19n, theirs: 7n },
    ]);
  });

  test("a pasted block fills the open part and nothing else", () => {
    const start = { slice: "stateBudget", measure: "cases", column: "completed" } as const;
    const { lines } = pastePlan("1\n2", start, BASE_VERSION, "dong", { "cases:completed": 1n });
    expect(lines.map(({ key: name, outcome }) => [name, outcome])).toEqual([
      ["cases:completed:stateBudget", "change"],
      ["cases:terminated:stateBudget", "change"],
    ]);
  });
});

describe("what the rules say about parts", () => {
  const whole = { cases: Object.fromEntries(INPUT_COLUMNS.map((column) => [column, 4n])), money: {} };
  const v08 = broken("V08", { total: whole, credit: { cases: { completed: 9n }, money: {} } });
  const v07 = broken("V07", {
    total: { cases: { completed: 5n }, money: {} },
    exOfficio: { cases: { completed: 2n }, money: {} },
    onRequest: { cases: { completed: 2n }, money: {} },
  });
  const place = { measure: "cases", column: "completed" } as const;

  test("V08 names the part and the column, and leads there", () => {
    expect(describeIssue(v08, "vi")).toContain("Án tín dụng, ngân hàng – Cột 9");
    expect(issuesAt([v08], { slice: "credit", ...place })).toHaveLength(1);
    expect(issuesAt([v08], { slice: "total", ...place })).toEqual([]);
    expect(sliceOf(v08, "total")).toBe("credit");
  });

  test("V07 is said in the whole and both its parts, and stays where one is", () => {
    expect(describeIssue(v07, "vi")).toMatch(/Cột 9 .*chủ động 2 \+ theo yêu cầu 2 ≠ tổng số 5/);
    for (const slice of ["total", "exOfficio", "onRequest"] as const) {
      expect(issuesAt([v07], { slice, ...place })).toHaveLength(1);
      expect(sliceOf(v07, slice)).toBe(slice);
    }
    expect(issuesAt([v07], { slice: "credit", ...place })).toEqual([]);
    expect(sliceOf(v07, "credit")).toBe("total");
  });

  test("a cell missing from one part is no error before sending, and then leads to the empty part", () => {
    const issue = broken("V07", { total: whole, exOfficio: { cases: { carriedOver: 4n }, money: {} } });
    expect(issue.kind).toBe("partsIncomplete");
    expect(visibleIssues([issue], stateOf({}), false)).toEqual([]);
    expect(visibleIssues([issue], stateOf({}), true)).toEqual([issue]);
    expect(sliceOf(issue, "total")).toBe("onRequest");
  });

  test("a part that is not reported breaks neither rule", () => {
    expect(issuesOf("V07", { figures: { total: whole } })).toEqual([]);
    expect(issuesOf("V08", { figures: { total: whole } })).toEqual([]);
  });

  test("the switch shows errors before warnings before figures before nothing", () => {
    const state = stateOf({ total: whole, credit: { cases: { completed: 9n }, money: {} } });
    expect(sliceMark("credit", [v08], state)).toEqual({ kind: "errors", count: 1 });
    expect(sliceMark("credit", [{ ...v08, severity: "warning" }], state)).toEqual({
      kind: "warnings",
      count: 1,
    });
    expect(sliceMark("credit", [], state).kind).toBe("reported");
    expect(sliceMark("exOfficio", [], state).kind).toBe("missing");
    expect(filledCells("credit", state.values)).toEqual(["cases:completed:credit"]);
  });

  test("an unread text counts as an error of its own part", () => {
    const events = [
      { kind: "typed", key: "cases:completed:credit", text: "abc" },
      { kind: "committed", key: "cases:completed:credit" },
    ] as const;
    const state = events.reduce(entryReducer, stateOf({}));
    expect(sliceMark("credit", [], state)).toEqual({ kind: "errors", count: 1 });
    expect(sliceMark("total", [], state).kind).toBe("missing");
  });
});

test("arrows go round the switch, other keys do not move it", () => {
  expect(neighbourOf(SLICES, "total", "ArrowRight")).toBe("exOfficio");
  expect(neighbourOf(SLICES, "total", "ArrowLeft")).toBe("corruptionEconomic");
  expect(neighbourOf(SLICES, "corruptionEconomic", "ArrowRight")).toBe("total");
  expect(neighbourOf(SLICES, "credit", "Home")).toBe("total");
  expect(neighbourOf(SLICES, "credit", "a")).toBeNull();
});

test("a part has the whole beside it; the whole has not", () => {
  expect(layoutOf("credit", false)).toMatchObject({ whole: true, columns: 3 });
  expect(layoutOf("total", false)).toMatchObject({ whole: false, columns: 2 });
  expect(layoutOf("total", true)).toMatchObject({ lastYear: "column", columns: 3 });
  expect(layoutOf("credit", true)).toMatchObject({ lastYear: "line", columns: 3 });
});
