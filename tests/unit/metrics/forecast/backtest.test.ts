import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { BASELINES, pastErrors } from "@/scripts/backtest/baselines";
import { generatedWorld, worldFromFile } from "@/scripts/backtest/history";
import { coverage, loss, trialsOf } from "@/scripts/backtest/score";
import { ratio } from "./profiles";

describe("the backtest", () => {
  const years = [2015, 2016, 2017, 2018, 2019, 2020];
  const { peers } = generatedWorld(77, 60, years);

  test("finds the interval honest and the loss below both baselines on years not seen", () => {
    for (const measure of ["cases", "money"] as const) {
      const trials = [2019, 2020].flatMap((year) => trialsOf(peers[measure], year));
      expect(trials).toHaveLength(2 * 11 * 60);
      expect(coverage(trials)).toBeGreaterThan(0.7);
      expect(coverage(trials)).toBeLessThan(0.9);
      expect(loss(trials, 0)).toBeLessThan(loss(trials, 1));
      expect(loss(trials, 0)).toBeLessThan(loss(trials, 2));
    }
  });

  test("has no trials where the history is too short", () => {
    expect(trialsOf(peers.cases, 2017)).toEqual([]);
    expect(trialsOf(peers.cases, 2018)).toHaveLength(11 * 60);
    expect(trialsOf(peers.cases, 2030)).toEqual([]);
  });

  test("learns nothing from the year it forecasts", () => {
    const spoilt = peers.cases.map(({ agency, years: all }) => ({
      agency,
      years: all.map(({ year, months }) => {
        const end = months[11] ?? ratio(0n, 1n);
        const changed = { ...end, numerator: end.numerator / 2n };
        return { year, months: year === 2020 ? months.map((m, i) => (i === 11 ? changed : m)) : months };
      }),
    }));
    const said = (list: typeof spoilt | typeof peers.cases) =>
      trialsOf(list, 2020).map(({ low, point, high }) => [low, point, high]);
    expect(said(spoilt)).toEqual(said(peers.cases));
  });
});

describe("the baselines", () => {
  const [line, last] = BASELINES;
  const known = (at: number, end: number) => ({
    year: 2020,
    months: Array.from({ length: 12 }, (_, i) =>
      i === 5 ? ratio(BigInt(at), 100n) : i === 11 ? ratio(BigInt(end), 100n) : null,
    ),
  });

  test("draw a straight line through today, never above 100 %", () => {
    expect(line?.guess(6, 0.4, known(0, 0))).toBeCloseTo(0.8, 12);
    expect(line?.guess(1, 0.2, known(0, 0))).toBe(1);
  });

  test("add today's lead over last year to how last year ended", () => {
    expect(last?.guess(6, 0.45, known(50, 80))).toBeCloseTo(0.75, 12);
    expect(last?.guess(5, 0.45, known(50, 80))).toBeNull();
  });

  test("are dressed by their own errors of earlier years only", () => {
    if (line === undefined) throw new Error("no baseline");
    const series = [known(40, 80), { ...known(40, 70), year: 2021 }, { ...known(40, 10), year: 2022 }];
    const errors = pastErrors(line, [{ agency: "a", years: series }], { year: 2022, month: 6 }, [0.5]);
    expect(errors[0]).toBeCloseTo(-0.1, 12);
  });
});

test("a file of real months becomes a world, measure by measure, with gaps as null", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "thads-backtest-"));
  const file = path.join(folder, "rates.csv");
  const rows = ["a,2020,12,cases,80,100", "a,2020,3,cases,20,90", "b,2021,1,money,5000000000,99000000000"];
  writeFileSync(file, `agency,year,month,measure,completed,eligible\n${rows.join("\n")}\n`);
  const { peers } = worldFromFile(file);
  rmSync(folder, { recursive: true });
  expect(peers.cases).toHaveLength(1);
  const months = peers.cases[0]?.years[0]?.months ?? [];
  expect(months[2]).toEqual(ratio(20n, 90n));
  expect(months[11]).toEqual(ratio(80n, 100n));
  expect(months[0]).toBeNull();
  expect(peers.money[0]?.years[0]?.months[0]).toEqual(ratio(5_000_000_000n, 99_000_000_000n));
});
