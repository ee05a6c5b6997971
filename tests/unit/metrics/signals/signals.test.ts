import { describe, expect, test } from "vitest";
import { compareRatios } from "@/lib/core/ratio";
import { signalQuestion, signalText } from "@/lib/i18n/signals";
import { signalsOf } from "@/lib/metrics/signals/detect";
import { SIGNAL_KINDS, type SignalForm, type SignalKind, type SignalYear } from "@/lib/metrics/signals/types";
import type { Target } from "@/lib/metrics/target";

type Numbers = {
  newly: bigint;
  entrusted: bigint;
  done: bigint;
  open: bigint;
  waiting: bigint;
  money: bigint;
};
type Change = (numbers: Numbers, month: number, year: number) => Partial<Numbers>;

/** A steady agency whose numbers differ a little from those of its neighbours. */
function steady(index: number, month: number, year: number): Numbers {
  const wobble = BigInt((index * 7 + month * 5 + year * 3) % 5) - 2n;
  const months = BigInt(month);
  const done = 40n * months + 4n * wobble;
  return {
    newly: 40n * months + wobble,
    entrusted: 2n * months,
    done,
    open: 600n - done - 2n * months - wobble,
    waiting: 150n + wobble,
    money: 30_000_000n * done + wobble * 50_000_000n,
  };
}

function form({ newly, entrusted, done, open, waiting, money }: Numbers): SignalForm {
  const common = { terminated: 0n, postponedByAgreement: 0n, suspendedEligible: 0n, otherEligible: 0n };
  const cases = {
    ...common,
    newlyAccepted: newly,
    entrustedOut: entrusted,
    completed: done,
    inProgress: open,
  };
  return {
    cases: { ...cases, noCondition: waiting, postponedOrSuspendedOther: 0n },
    money: { ...common, completed: money, reduced: 0n, inProgress: 60_000_000_000n - money },
  };
}

/** Two years of forty agencies and October after them; the first agency of `year` 2021 is changed. */
function nation(change: Change = () => ({}), agencies = 40): SignalYear[] {
  return Array.from({ length: agencies }, (_, index) =>
    [2019, 2020, 2021, 2022].map((year) => ({
      agency: `a-${index}`,
      year,
      months: Array.from({ length: 12 }, (_, at) => {
        const numbers = steady(index, at + 1, year);
        return form(index === 0 ? { ...numbers, ...change(numbers, at + 1, year) } : numbers);
      }),
    })),
  ).flat();
}

const noTarget = () => null;
const ask = (years: readonly SignalYear[], targetOf: () => Target | null = noTarget) =>
  signalsOf({ years, year: 2021, targetOf });
const inSeptember = (month: number, year: number) => year === 2021 && month === 12;

const planted: Record<Exclude<SignalKind, "bunching">, Change> = {
  lateReclassification: ({ open, waiting }, month, year) =>
    inSeptember(month, year) ? { open: open - 60n, waiting: waiting + 60n } : {},
  circularEntrustment: ({ open, entrusted }, month, year) =>
    inSeptember(month, year) ? { open: open - 40n, entrusted: entrusted + 40n } : {},
  septemberDip: ({ open, newly }, month, year) =>
    inSeptember(month, year)
      ? { open: open - 35n, newly: newly - 35n }
      : year === 2022
        ? { newly: newly + 35n }
        : {},
  doneWithoutMoney: ({ open, done }, month, year) =>
    inSeptember(month, year) ? { open: open - 70n, done: done + 70n } : {},
};

describe("signals", () => {
  test("ask nothing about steady agencies", () => expect(ask(nation())).toEqual([]));

  test.each(Object.entries(planted))("%s is asked about, of that agency and kind alone", (kind, change) => {
    const signals = ask(nation(change));
    expect(signals.map((each) => [each.agency, each.year, each.kind])).toEqual([["a-0", 2021, kind]]);
    const [signal] = signals;
    if (signal === undefined) return;
    expect(compareRatios(signal.counterfactual, signal.reported)).toBe(-1);
    expect(signal.excess > 25n && signal.excess < 80n).toBe(true);
    expect(signal.evidence.length).toBeGreaterThan(3);
    expect(signal.months).toContain(12);
  });

  test("the counterfactual adds back exactly what is beyond the usual", () => {
    const [signal] = ask(nation(planted.lateReclassification));
    const { reported, counterfactual, excess = 0n } = signal ?? {};
    expect(counterfactual?.numerator).toBe(reported?.numerator);
    expect(counterfactual?.denominator).toBe((reported?.denominator ?? 0n) + excess);
  });

  test("money that rises with the cases explains them", () => {
    const paid: Change = ({ open, done, money }, month, year) =>
      inSeptember(month, year) ? { open: open - 70n, done: done + 70n, money: money + 9_000_000_000n } : {};
    expect(ask(nation(paid))).toEqual([]);
  });

  test("nothing is said of a dip before October is reported", () => {
    const years = nation(planted.septemberDip).filter(({ year }) => year < 2022);
    expect(ask(years).filter(({ kind }) => kind === "septemberDip")).toEqual([]);
  });

  test("a year with a missing month, or too few peers, asks nothing", () => {
    const years = nation(planted.lateReclassification).map((each) =>
      each.agency === "a-0"
        ? { ...each, months: each.months.map((month, at) => (at === 4 ? null : month)) }
        : each,
    );
    expect(ask(years)).toEqual([]);
    expect(ask(nation(planted.lateReclassification, 20))).toEqual([]);
  });

  test("a lasting habit is not asked about as if it were new", () => {
    const mild: Change = ({ open, waiting }, month) =>
      month === 12 ? { open: open - 12n, waiting: waiting + 12n } : {};
    const once: Change = (numbers, month, year) => (year === 2021 ? mild(numbers, month, year) : {});
    const score = (change: Change) => ask(nation(change)).find(({ agency }) => agency === "a-0")?.score ?? 0n;
    expect(score(once)).toBeGreaterThan(score(mild));
  });

  test("year ends just above the target in cases and money, twice, are asked about", () => {
    const target: Target = { comparison: "above", basisPoints: 8_200n };
    const land: Change = ({ done, open }, month, year) => {
      if (month !== 12 || year === 2022) return {};
      const eligible = done + open;
      const needed = (eligible * 82n) / 100n + 1n;
      return { done: needed, open: eligible - needed, money: 49_200_000_001n };
    };
    const signals = ask(nation(land), () => target);
    expect(signals.map(({ agency, kind }) => [agency, kind])).toContainEqual(["a-0", "bunching"]);
    expect(ask(nation(land)).some(({ kind }) => kind === "bunching")).toBe(false);
  });

  test("have a name in both languages", () => {
    const names = SIGNAL_KINDS.flatMap((kind) => [signalText.vi.kind[kind], signalText.en.kind[kind]]);
    expect(new Set(names).size).toBe(2 * SIGNAL_KINDS.length);
  });

  test.each(SIGNAL_KINDS)("%s is worded as a question in both languages", (kind) => {
    const signal = {
      agency: "a",
      year: 2021,
      months: [12],
      kind,
      evidence: [],
      reported: { numerator: 82n, denominator: 100n },
      counterfactual: { numerator: 82n, denominator: 105n },
      excess: 1_234n,
      score: 400n,
    };
    const { vi, en } = signalQuestion(signal, "Chi cục A");
    expect(vi.endsWith("?") && en.endsWith("?")).toBe(true);
    expect(vi).toContain("78,10 % thay vì 82,00 %");
    expect(en).toContain("78.10% instead of 82.00%");
    if (kind !== "bunching") expect(vi).toContain("1.234 việc");
  });
});
