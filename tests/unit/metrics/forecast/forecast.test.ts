import { describe, expect, test } from "vitest";
import { forecast, forecastFrom, learnFrom } from "@/lib/metrics/forecast/forecast";
import type { Forecast, ForecastInput, Refusal } from "@/lib/metrics/forecast/types";
import type { Target } from "@/lib/metrics/target";
import { invented, ratio } from "./profiles";

const above = (basisPoints: bigint): Target => ({ comparison: "above", basisPoints });
const peers = invented(24, [2018, 2019, 2020, 2021, 2022]);
const me = peers[3] ?? { agency: "", years: [] };
const monthsOf = (year: number) => me.years.find((one) => one.year === year)?.months ?? [];

function ask(changes: Partial<ForecastInput> = {}): Forecast | Refusal {
  const current = monthsOf(2022).slice(0, changes.month ?? 6);
  const base = { measure: "cases", year: 2022, month: 6, current, ownHistory: me.years, peers } as const;
  return forecast({ ...base, target: above(8_000n), ...changes });
}

function answered(answer: Forecast | Refusal): Forecast {
  if (answer.kind === "refusal") throw new Error(answer.text.en);
  return answer;
}

const reasonOf = (answer: Forecast | Refusal) => (answer.kind === "refusal" ? answer.reason : null);

describe("forecast", () => {
  test("names a middle inside an 80 % interval inside 0–1, its method and its basis", () => {
    const { kind, method, point, interval, basis, calibration } = answered(ask());
    expect({ kind, method, level: interval.level }).toEqual({
      kind: "forecast",
      method: "peer-profiles",
      level: 0.8,
    });
    expect(interval.low).toBeLessThan(point);
    expect(point).toBeLessThan(interval.high);
    expect(interval.low).toBeGreaterThan(0);
    expect(interval.high).toBeLessThan(1);
    expect(basis).toEqual({ ownYears: 4, peers: 24, peerYears: 3 });
    expect(calibration).toMatchObject({ years: 3, forecasts: 72 });
  });

  test("narrows as the year goes on", () => {
    const width = (month: number) => {
      const { interval } = answered(ask({ month }));
      return interval.high - interval.low;
    };
    expect(width(11)).toBeLessThan(width(6));
    expect(width(11)).toBeLessThan(width(1));
  });

  test("is near the truth of profiles that repeat", () => {
    const end = monthsOf(2022)[11];
    const { interval } = answered(ask({ month: 11 }));
    const rate = Number(end?.numerator) / Number(end?.denominator);
    expect(rate).toBeGreaterThan(interval.low - 0.02);
    expect(rate).toBeLessThan(interval.high + 0.02);
  });

  test("rises with the rate of today", () => {
    const now = monthsOf(2022)[5] ?? ratio(1n, 2n);
    const better = { ...now, numerator: now.numerator + now.denominator / 20n };
    const point = (at: typeof now) => answered(ask({ current: [...monthsOf(2022).slice(0, 5), at] })).point;
    expect(point(better)).toBeGreaterThan(point(now));
  });

  test("gives a target less chance the higher it is, never quite 0 or 1", () => {
    const chance = (basisPoints: bigint) => answered(ask({ target: above(basisPoints) })).probability ?? -1;
    expect(chance(0n)).toBeLessThan(1);
    expect(chance(10_000n)).toBeGreaterThan(0);
    expect(chance(0n)).toBeGreaterThan(0.99);
    expect(chance(10_000n)).toBeLessThan(0.01);
    expect(chance(8_000n)).toBeGreaterThanOrEqual(chance(8_200n));
  });

  test("puts half the chance on its own middle", () => {
    const { point } = answered(ask());
    const target = above(BigInt(Math.round(point * 10_000)));
    expect(answered(ask({ target })).probability).toBeCloseTo(0.5, 1);
  });

  test("has no probability without a target, or against a baseline with nothing in it", () => {
    expect(answered(ask({ target: null })).probability).toBeNull();
    const empty: Target = { comparison: "higherThanBaseline", baseline: ratio(0n, 0n) };
    expect(answered(ask({ target: empty })).probability).toBeNull();
    expect(answered(ask({ target: empty, month: 12, current: monthsOf(2022) })).probability).toBeNull();
  });

  test("does not look at the year's own end, nor at later years", () => {
    const blind = (years: typeof me.years) =>
      years.flatMap((one) =>
        one.year < 2022 ? [one] : [{ year: one.year, months: one.months.map(() => ratio(1n, 1n)) }],
      );
    const hidden = peers.map(({ agency, years }) => ({ agency, years: blind(years) }));
    expect(ask({ ownHistory: blind(me.years), peers: hidden })).toEqual(ask());
  });

  test("is the figure itself at month 12", () => {
    const current = monthsOf(2022).map((month, index) => (index === 11 ? ratio(4n, 5n) : month));
    const end = answered(ask({ month: 12, current, peers: [], ownHistory: [] }));
    expect(end).toMatchObject({ method: "final", point: 0.8, probability: 0, calibration: null });
    expect(end.interval).toEqual({ level: 0.8, low: 0.8, high: 0.8 });
    expect(answered(ask({ month: 12, current, target: above(7_999n) })).probability).toBe(1);
  });

  test.each([0, 13, 1.5])("knows no month %d", (month) =>
    expect(() => ask({ month, current: monthsOf(2022) })).toThrow(RangeError),
  );
});

describe("forecast refuses", () => {
  test("without figures of the month, or with nothing eligible", () => {
    expect(reasonOf(ask({ current: monthsOf(2022).slice(0, 5) }))).toBe("no-current-figures");
    expect(reasonOf(ask({ month: 1, current: [null] }))).toBe("no-current-figures");
    expect(reasonOf(ask({ month: 1, current: [ratio(0n, 0n)] }))).toBe("no-current-figures");
  });

  test("below two earlier years of the agency, counting only those with this month and an end", () => {
    const years = (from: number) => me.years.filter(({ year }) => year >= from);
    expect(reasonOf(ask({ ownHistory: years(2021) }))).toBe("too-little-own-history");
    expect(ask({ ownHistory: years(2020) }).kind).toBe("forecast");
    const broken = me.years.map(({ year, months }) => ({
      year,
      months: months.map((month, index) => (index === 5 && year !== 2021 ? null : month)),
    }));
    expect(reasonOf(ask({ ownHistory: broken }))).toBe("too-little-own-history");
  });

  test("below two learning years of ten agencies", () => {
    expect(ask({ peers: peers.slice(0, 10) }).kind).toBe("forecast");
    expect(reasonOf(ask({ peers: peers.slice(0, 9) }))).toBe("too-few-peers");
    const since = (from: number) =>
      peers.map(({ agency, years }) => ({ agency, years: years.filter(({ year }) => year >= from) }));
    expect(ask({ peers: since(2019) }).kind).toBe("forecast");
    expect(reasonOf(ask({ peers: since(2020) }))).toBe("too-few-peers");
  });

  test("with a sentence in both languages", () => {
    const answer = ask({ peers: [] });
    expect(answer.kind === "refusal" && answer.text.vi.length > 20 && answer.text.en.length > 20).toBe(true);
  });
});

describe("learning once", () => {
  test("answers as asking from scratch does", () => {
    const learnt = learnFrom(peers, { year: 2022, month: 6 });
    if (learnt.kind === "refusal") throw new Error(learnt.reason);
    const current = monthsOf(2022).slice(0, 6);
    expect(forecastFrom(learnt, { current, ownHistory: me.years, target: above(8_000n) })).toEqual(ask());
    expect(reasonOf(forecastFrom(learnt, { current: [], ownHistory: me.years, target: null }))).toBe(
      "no-current-figures",
    );
    expect(reasonOf(forecastFrom(learnt, { current, ownHistory: [], target: null }))).toBe(
      "too-little-own-history",
    );
  });

  test("has no calibration with only the two years it needs", () => {
    const short = peers.map(({ agency, years }) => ({
      agency,
      years: years.filter(({ year }) => year > 2018),
    }));
    const learnt = learnFrom(short, { year: 2022, month: 6 });
    expect(learnt).toMatchObject({ kind: "learnt", calibration: null, basis: { peers: 24, peerYears: 2 } });
  });
});
