import { expect, test } from "vitest";
import { decisionDueOn, isDecidedInTime, termFor } from "@/lib/cases/due/rules";
import { ageInDays, kindsAfter, stepAfter, stepsOf } from "@/lib/cases/events/rules";
import { type CaseEvent, type CaseEventKind, EVENT_KINDS } from "@/lib/cases/types";
import { day } from "@/lib/core/day";
import { EVENT_LABELS, STATE_LABELS } from "@/lib/i18n/cases";

const AMOUNT = 100_000_000n;

type Stated = CaseEventKind | Partial<CaseEvent>;

/** Events a day apart from 2020-11-01. */
function events(...list: readonly Stated[]): CaseEvent[] {
  return list.map((each, at) => ({
    ...{
      seq: at + 1,
      kind: "ACCEPTED",
      day: day(`2020-11-${String(at + 1).padStart(2, "0")}`),
      agency: "cc-325",
    },
    ...(typeof each === "string" ? { kind: each } : each),
  }));
}
const end = (...list: readonly Stated[]) => stepsOf(AMOUNT, events(...list)).at(-1)?.after;

test("a case runs from acceptance to completion, its money with it", () => {
  const collected = { kind: "COLLECTED", amount: 30_000_000n } as const;
  expect(end("ACCEPTED", "CLASSIFIED_ELIGIBLE", collected)).toMatchObject({
    ...{ state: "IN_PROGRESS", outstanding: 70_000_000n },
  });
  expect(end("ACCEPTED", "CLASSIFIED_ELIGIBLE", collected, "COMPLETED")).toMatchObject({
    ...{ state: "COMPLETED", outstanding: 0n },
  });
});

test.each<[string, readonly Stated[], string]>([
  ["a second acceptance", ["ACCEPTED", "ACCEPTED"], "«Thụ lý» không thể theo sau trạng thái"],
  ["anything after the end", ["ACCEPTED", "COMPLETED", "COLLECTED"], "«Thu được tiền» không thể theo sau"],
  ["a case that begins with its end", ["COMPLETED"], "Chưa vào sổ"],
  [
    "completion of what has no condition",
    ["ACCEPTED", "CLASSIFIED_NO_CONDITION", "COMPLETED"],
    "Thi hành xong",
  ],
  ["an auction without valuation", ["ACCEPTED", "COMPULSION_DECIDED"], "không thể theo sau"],
  [
    "a valuation without seizure",
    ["ACCEPTED", "CLASSIFIED_ELIGIBLE", "VALUED"],
    "phải có «Kê biên» trước đó",
  ],
  ["money without an amount", ["ACCEPTED", "COLLECTED"], "phải có số tiền lớn hơn 0"],
  [
    "more money than there is",
    ["ACCEPTED", { kind: "COLLECTED", amount: AMOUNT + 1n }],
    "100.000.001 đồng nhiều hơn số còn phải thi hành 100.000.000",
  ],
  [
    "a part set aside without a class",
    ["ACCEPTED", { kind: "PART_SET_ASIDE", amount: 1n }],
    "thuộc loại nào",
  ],
  [
    "a day before the last event",
    ["ACCEPTED", { kind: "VERIFIED", day: day("2020-10-31") }],
    "31/10/2020 sớm hơn sự kiện cuối cùng (01/11/2020)",
  ],
  [
    "the separate register in the year of acceptance",
    ["ACCEPTED", "CLASSIFIED_NO_CONDITION", "MOVED_TO_REGISTER"],
    "trong cùng năm thống kê",
  ],
  [
    "to cancel another event than the last",
    ["ACCEPTED", "VERIFIED", { kind: "COUNTERED", counters: 1 }],
    "sự kiện cuối cùng còn hiệu lực (số 2)",
  ],
])("refuses %s", (_what, list, sentence) => {
  expect(() => stepsOf(AMOUNT, events(...list))).toThrow(sentence);
});

test("exactly the money that is left may be taken, not one đồng more", () => {
  for (const [amount, isAllowed] of [
    [AMOUNT - 1n, true],
    [AMOUNT, true],
    [AMOUNT + 1n, false],
  ] as const) {
    const run = () => end("ACCEPTED", { kind: "COLLECTED", amount });
    if (isAllowed) expect(run()).toMatchObject({ outstanding: AMOUNT - amount });
    else expect(run).toThrow("nhiều hơn");
  }
});

test("a counter-event takes a case back to where it stood, and may be followed by the right event", () => {
  const list = [
    "ACCEPTED",
    "COMPLETED",
    { kind: "COUNTERED", counters: 2 },
    "CLASSIFIED_NO_CONDITION",
  ] as const;
  expect(end(...list)).toMatchObject({ state: "NO_CONDITION", outstanding: AMOUNT });
  expect(stepsOf(AMOUNT, events("ACCEPTED", { kind: "COUNTERED", counters: 1 }))).toEqual([]);
});

test("a part that is set aside goes back with the state, and is not collected before", () => {
  const aside = { kind: "PART_SET_ASIDE", amount: 60_000_000n, aside: "SUSPENDED_ELIGIBLE" } as const;
  expect(end("ACCEPTED", aside)).toMatchObject({ aside: 60_000_000n, asideState: "SUSPENDED_ELIGIBLE" });
  expect(() => end("ACCEPTED", aside, { kind: "COLLECTED", amount: 40_000_001n })).toThrow("40.000.000");
  expect(end("ACCEPTED", aside, "CLASSIFIED_ELIGIBLE")).toMatchObject({ aside: 0n, asideState: null });
});

test("forms offer only what may follow; every event and state has its name", () => {
  expect(kindsAfter("NO_CONDITION")).toContain("MOVED_TO_REGISTER");
  expect(kindsAfter("NO_CONDITION")).not.toContain("COMPLETED");
  expect(kindsAfter("VOID")).toEqual([]);
  for (const kind of EVENT_KINDS) expect(EVENT_LABELS[kind].vi).not.toBe("");
  expect(STATE_LABELS.VOID.en).not.toBe("");
});

test("a counter-event makes no step of its own, and a case is as old as its first event", () => {
  const [first] = events("ACCEPTED");
  expect(() => stepAfter(AMOUNT, [], { ...(first as CaseEvent), kind: "COUNTERED" })).toThrow(RangeError);
  expect(ageInDays(stepsOf(AMOUNT, events("ACCEPTED")), day("2021-11-01"))).toBe(365);
  expect(ageInDays([], day("2021-11-01"))).toBeNull();
});

test("a decision is due five working days after its papers, three in bankruptcy, at once for interim measures", () => {
  const holidays = new Map([
    [day("2021-04-30"), "HOLIDAY"] as const,
    [day("2021-05-03"), "HOLIDAY"] as const,
  ]);
  const received = day("2021-04-28");
  expect(decisionDueOn(received, "NORMAL", holidays)).toBe("2021-05-07");
  expect(decisionDueOn(received, "BANKRUPTCY", holidays)).toBe("2021-05-05");
  expect(decisionDueOn(received, "INTERIM", holidays)).toBe("2021-04-28");
  expect(isDecidedInTime(day("2021-05-07"), day("2021-05-07"))).toBe(true);
  expect(isDecidedInTime(day("2021-05-08"), day("2021-05-07"))).toBe(false);
  expect(termFor(day("2005-01-01"))).toBe(termFor(day("2021-01-01")));
});
