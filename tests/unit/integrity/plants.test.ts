import { beforeAll, describe, expect, test } from "vitest";
import { type Figures, MEASURES } from "@/lib/form/columns";
import { derive } from "@/lib/form/derive";
import { BASE_VERSION } from "@/lib/form/version";
import { SIGNAL_KINDS } from "@/lib/metrics/signals/types";
import { copyOfLedger, isSound } from "@/scripts/integrity/edits";
import { runTrial, type Trial } from "@/scripts/integrity/trial";

/** Every form of a trial, with the one of the month after month 12 where there is one. */
function* forms({
  ledgers,
}: Trial): Generator<{ place: string; form: Figures; opening: bigint | undefined }> {
  for (const { agency, years } of ledgers)
    for (const [year, months] of years)
      for (const [index, both] of months.entries())
        for (const measure of MEASURES) {
          const next = index === 11 ? years.get(year + 1)?.[0]?.[measure].carriedOver : undefined;
          yield { place: `${agency} ${year} ${index + 1} ${measure}`, form: both[measure], opening: next };
        }
}

/** Plants must be figures that an agency could have sent: every identity of the form holds in every month. */
describe("a nation with planted patterns", () => {
  let trial: Trial;
  beforeAll(() => {
    trial = runTrial(7, { agencies: 180, plants: 6 });
  }, 120_000);

  test("has every kind planted, each in agencies of its own", () => {
    const plants = trial.outcomes.map(({ plant }) => plant);
    expect(new Set(plants.map(({ kind }) => kind))).toEqual(new Set(SIGNAL_KINDS));
    expect(new Set(plants.map(({ agency }) => agency)).size).toBe(plants.length);
  });

  test("is asked about most of them, and seldom about others", () => {
    const found = trial.outcomes.filter(({ signal }) => signal !== undefined);
    expect(found.length * 4).toBeGreaterThan(trial.outcomes.length * 3);
    expect(trial.falseAlarms.length * 50).toBeLessThan(trial.honestYears);
  });

  test("keeps phải thi hành = có điều kiện + chưa có điều kiện in every form", () => {
    const broken = [...forms(trial)].filter(({ form }) => {
      const { totalEnforceable, eligible = 0n, notYetEligible = 0n } = derive(form, BASE_VERSION);
      return totalEnforceable !== eligible + notYetEligible;
    });
    expect(broken.map(({ place }) => place)).toEqual([]);
  });

  test("opens every year with what the year before left", () => {
    const broken = [...forms(trial)].filter(({ form, opening }) => {
      const { carriedForward = 0n } = derive(form, BASE_VERSION);
      return opening !== undefined && opening !== carriedForward - (form.separateRegister ?? 0n);
    });
    expect(broken.map(({ place }) => place)).toEqual([]);
  });

  test("has nothing below zero and no cumulative flow that falls where something was planted", () => {
    const planted = new Set(trial.outcomes.map(({ plant }) => plant.agency));
    const broken = trial.ledgers.filter((ledger) => planted.has(ledger.agency) && !isSound(ledger));
    expect(broken.map(({ agency }) => agency)).toEqual([]);
    const spoiled = trial.ledgers.slice(0, 1).map(copyOfLedger);
    for (const { years } of spoiled)
      for (const form of years.get(2020)?.slice(5, 6) ?? []) form.cases.completed = 0n;
    expect(spoiled.map(isSound)).toEqual([false]);
  });
});
