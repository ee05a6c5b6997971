import { describe, expect, test } from "vitest";
import { forecastAlone } from "@/lib/metrics/forecast/alone";
import type { Forecast, Peer, RateYear, Refusal } from "@/lib/metrics/forecast/types";
import { generatedWorld } from "@/scripts/backtest/history";
import { ratio } from "./profiles";

const years = Array.from({ length: 11 }, (_, index) => 2012 + index);

/** A nation of sixty agencies, month by month. */
function nation(seed: number, measure: "cases" | "money"): RateYear[] {
  const peers: readonly Peer[] = generatedWorld(seed, 60, years).peers[measure];
  return years.map((year, at) => ({
    year,
    months: Array.from({ length: 12 }, (_, month) =>
      peers.reduce(
        (sum, peer) => {
          const one = peer.years[at]?.months[month];
          return one
            ? ratio(sum.numerator + one.numerator, sum.denominator + one.denominator)
            : ratio(0n, 0n);
        },
        ratio(0n, 0n),
      ),
    ),
  }));
}

const ask = (history: readonly RateYear[], year: number, month: number, target = null) =>
  forecastAlone({
    year,
    month,
    current: history.find((one) => one.year === year)?.months ?? [],
    ownHistory: history,
    target,
  });

function answered(answer: Forecast | Refusal): Forecast {
  if (answer.kind === "refusal") throw new Error(answer.text.en);
  return answer;
}

describe("a forecast without peers", () => {
  const worlds = [101, 102, 103, 104].map((seed) => nation(seed, "cases"));

  test("holds the year's end about four times in five, on years it has not seen", () => {
    const held = worlds.flatMap((history) =>
      years.slice(4).flatMap((year) =>
        [3, 6, 9].map((month) => {
          const earlier = history.filter((one) => one.year <= year);
          const end = history.find((one) => one.year === year)?.months[11] ?? ratio(0n, 1n);
          const { interval } = answered(ask(earlier, year, month));
          const rate = Number(end.numerator) / Number(end.denominator);
          return interval.low <= rate && rate <= interval.high;
        }),
      ),
    );
    const covered = held.filter(Boolean).length / held.length;
    expect(held).toHaveLength(84);
    expect(covered).toBeGreaterThan(0.68);
    expect(covered).toBeLessThan(0.92);
  });

  test("says its method, its years and how the same method held them", () => {
    const [history = []] = worlds;
    const { method, basis, calibration, probability } = answered(ask(history, 2022, 6));
    expect({ method, basis, probability }).toEqual({
      method: "own-profile",
      basis: { ownYears: 10, peers: 0, peerYears: 0 },
      probability: null,
    });
    expect(calibration).toMatchObject({ years: 10, forecasts: 10 });
  });

  test("is narrow, for the luck of agencies evens out in their sum", () => {
    const [history = []] = worlds;
    const { interval } = answered(ask(history, 2022, 6));
    expect(interval.high - interval.low).toBeLessThan(0.03);
  });

  test("refuses below four earlier years, without figures, and lets month 12 be what it is", () => {
    const [history = []] = worlds;
    const reason = (answer: Forecast | Refusal) => (answer.kind === "refusal" ? answer.reason : null);
    const late = history.filter(({ year }) => year >= 2019);
    expect(reason(ask(late, 2022, 6))).toBe("too-few-own-years");
    expect(reason(ask(late, 2023, 6))).toBe("no-current-figures");
    expect(answered(ask(late, 2022, 12)).method).toBe("final");
  });
});
