import { describe, expect, test } from "vitest";
import { registerChanges } from "@/components/results/entry/register-offer";
import { differing, isEmptyRegister } from "@/lib/cases/comparison/rules";
import { TRANSITIONS } from "@/lib/cases/events/rules";
import { dongOf, offeredKinds } from "@/lib/cases/file/view";
import { sumOf, sumOfCategory } from "@/lib/cases/leaders/rules";
import { casesQueryOf, registerHome } from "@/lib/cases/list/rules";
import { listState } from "@/lib/cases/list/schema";
import { caseListExport, listQuery, yearsWaiting } from "@/lib/cases/list/view";
import type { ColumnDifference } from "@/lib/cases/reconciliation/types";
import type { CaseLine, TimelineEvent } from "@/lib/cases/register/types";
import { CASE_STATES, type CaseEventKind, OPEN_STATES } from "@/lib/cases/types";
import { day } from "@/lib/core/day";
import { csvOf } from "@/lib/exports/csv";

const line: CaseLine = {
  ...{ id: "1", agency: "cc-325", numberedBy: "cc-325", year: 2021, number: 7, court: "=Tòa án thử" },
  ...{ judgmentNumber: "+1/2020", judgmentDate: day("2020-01-02"), decisionNumber: "7/QĐ" },
  ...{ decisionDate: day("2020-02-03"), inTime: true, initiative: "ON_REQUEST", category: "CREDIT" },
  ...{ state: "IN_PROGRESS", amount: 9_007_199_254_740_993n, outstanding: 5n, officer: "@Ai đó" },
  ...{ enteredOn: day("2020-02-05"), standingOn: day("2021-03-01"), illustrative: true },
};
const place = {
  ...{ agency: "cc-325", name: "Chi cục thử", choices: [], names: new Map([["cc-325", "Chi cục thử"]]) },
  ...{ hasUnits: false, officers: [], isOwnOnly: false, mayEnter: true, mayFindParties: true },
  ...{ mayErase: false, today: day("2022-11-03") },
};

describe("the list", () => {
  test("takes what it cannot read from an address as its defaults", () => {
    const state = listState.parse({
      state: "SLEEPING",
      age: "4",
      millions: "-1",
      order: "fastest",
      before: "x",
    });
    expect(state).toMatchObject({ state: "OPEN", order: "newest", q: "" });
    expect([state.age, state.millions, state.before]).toEqual([undefined, undefined, undefined]);
  });

  test("asks for open cases, an age in whole years and đồng from millions", () => {
    const state = listState.parse({ age: "3", millions: "500" });
    const query = casesQueryOf(state, { agency: "cc-325", withUnits: false, today: day("2022-11-03") }, 50);
    expect(query.state).toEqual([...OPEN_STATES]);
    expect(query.minOutstanding).toBe(500_000_000n);
    // Taken up before this day is three years old or more.
    expect(query.enteredBefore).toBe("2019-11-05");
  });

  test("keeps the stricter of an age and a day", () => {
    const at = { agency: "cc-325", withUnits: false, today: day("2022-11-03") };
    const both = casesQueryOf(listState.parse({ age: "1", before: "2019-01-01" }), at, 50);
    expect(both.enteredBefore).toBe("2019-01-01");
  });

  test("writes only what differs from the default into an address", () => {
    expect(listQuery(listState.parse({}), "cc-325")).toEqual({ agency: "cc-325", q: "", court: "" });
    expect(listQuery(listState.parse({ state: "ALL", order: "oldest" }), "cc-325")).toMatchObject({
      ...{ state: "ALL", order: "oldest" },
    });
  });

  test("begins where the reader works, and nowhere for who reads no case", () => {
    const actor = (role: "OFFICER" | "ADMIN") => ({
      ...{ userId: "u", login: "l", name: "n", reach: [], via: "session" as const },
      assignments: [{ role, agency: "cc-325", acting: false }],
    });
    expect(registerHome(actor("OFFICER") as never)).toBe("cc-325");
    expect(registerHome(actor("ADMIN") as never)).toBeNull();
  });

  test("counts whole years until today, of a finished case until its end", () => {
    expect(yearsWaiting(line, day("2022-11-03"))).toBe(2);
    expect(yearsWaiting({ ...line, outstanding: 0n }, day("2022-11-03"))).toBe(1);
  });

  test("goes out with exact đồng, its mark, and no formula", () => {
    const csv = csvOf(
      caseListExport({ place, cases: [line], isCut: true }, "vi", new Date("2022-11-03T03:00:00Z")),
    );
    expect(csv).toContain("Số liệu minh họa");
    expect(csv).toContain("9007199254740993");
    expect(csv).toContain("'=Tòa án thử");
    expect(csv).toContain("'@Ai đó");
    expect(csv).toContain(`"'+1/2020, 02/01/2020"`);
    expect(csv).toContain("Chỉ 1 việc đầu");
  });
});

describe("the form for the next event", () => {
  const event = (kind: CaseEventKind, counteredBy: number | null = null) =>
    ({ kind, counteredBy }) as TimelineEvent;

  test("offers exactly what the state machine allows", () => {
    for (const state of CASE_STATES) {
      const all = ["COMPULSION_DECIDED", "SEIZED", "VALUED"] as const;
      const offered = Object.values(offeredKinds({ state, timeline: all.map((kind) => event(kind)) })).flat();
      const allowed = Object.entries(TRANSITIONS)
        .filter(([kind, { from }]) => kind !== "TRANSFERRED" && from.includes(state))
        .map(([kind]) => kind);
      expect(offered.toSorted()).toEqual(allowed.toSorted());
    }
  });

  test("does not offer a seizure before compulsion was decided, or after that was cancelled", () => {
    const offered = (timeline: readonly TimelineEvent[]) =>
      offeredKinds({ state: "IN_PROGRESS", timeline }).note.includes("SEIZED");
    expect(offered([])).toBe(false);
    expect(offered([event("COMPULSION_DECIDED", 3)])).toBe(false);
    expect(offered([event("COMPULSION_DECIDED")])).toBe(true);
  });

  test("reads whole đồng as people write them, and nothing else", () => {
    expect(dongOf(" 1.500.000 ")).toBe("1500000");
    expect(dongOf("0012")).toBe("12");
    for (const wrong of ["", "1,5", "-3", "5 tỷ", "1e9", "9".repeat(19)]) expect(dongOf(wrong)).toBeNull();
  });
});

describe("sums and differences", () => {
  const cell = (difference: bigint | null, derived = 1n) => ({ difference, derived }) as ColumnDifference;

  test("a column that agrees or was not typed is no difference", () => {
    expect(differing([cell(0n), cell(null), cell(-2n)])).toHaveLength(1);
  });

  test("a register without any figure is empty", () => {
    expect(isEmptyRegister({ columns: [cell(null, 0n), cell(3n, 0n)] })).toBe(true);
    expect(isEmptyRegister({ columns: [cell(null, 0n), cell(3n, 1n)] })).toBe(false);
  });

  test("only eligible states count as eligible", () => {
    const groups = [
      { category: "CREDIT", initiative: "ON_REQUEST", state: "IN_PROGRESS", cases: 3, outstanding: 5n },
      { category: "CREDIT", initiative: "EX_OFFICIO", state: "NO_CONDITION", cases: 2, outstanding: 7n },
      { category: "OTHER", initiative: "EX_OFFICIO", state: "SUSPENDED_OTHER", cases: 1, outstanding: 1n },
    ] as const;
    expect(sumOfCategory(groups, "CREDIT")).toEqual({ cases: 5, outstanding: 12n, eligible: 3 });
    expect(sumOf(groups)).toEqual({ cases: 6, outstanding: 13n, eligible: 3 });
  });

  test("the register fills what differs, and parts only when asked", () => {
    const register = { "cases:completed": 5n, "money:completed": 9n, "cases:completed:credit": 1n } as const;
    const form = { "cases:completed": 5n, "money:completed": 8n } as const;
    expect(registerChanges(register, form, false)).toEqual(["money:completed"]);
    expect(registerChanges(register, form, true)).toEqual(["money:completed", "cases:completed:credit"]);
  });
});
