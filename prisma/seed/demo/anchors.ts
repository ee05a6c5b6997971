import type { MeasureKey } from "../types";
import { allocatePinned, at, scale, sum, weigh } from "./allocate";
import type { Frame } from "./chosen";
import { type Outflows, outPath } from "./outflows";
import { between, type Random } from "./prng";
import type { Unit } from "./units";

/** What the months of one measure are built from. */
export type Plan = {
  measure: MeasureKey;
  frame: Frame;
  units: readonly Unit[];
  /** Column 07 of month 12, unit by unit. */
  totals: readonly bigint[];
  outflows: readonly Outflows[];
  seed: number;
};

type Factor = (unit: Unit, random: Random) => number;
type Spread = (values: readonly bigint[], factor: Factor) => bigint[];

type IntakeAnchors = Record<"carried" | "newly3" | "newly6" | "newly12", bigint[]>;
type ResultAnchors = Record<"eligible6" | "eligible12" | "done6" | "done12", bigint[]>;
/** The yearly and half-yearly figures of every unit of one measure, exact in all prescribed sums. */
export type Anchors = IntakeAnchors & ResultAnchors;

const FIRST_QUARTER_SHARE = 0.508;

/** Done at mid-year against the year-end rate. */
const HALF_YEAR_DONE = { cases: 0.596, money: 0.51 } as const;

/** Allocates every prescribed sum over the units. */
export function anchorsOf(plan: Plan, streams: readonly Random[]): Anchors {
  const spread: Spread = (values, factor) =>
    values.map((value, index) => weigh(value, factor(at(plan.units, index), at(streams, index))));
  const flows = intakeAnchors(plan, spread);
  return { ...flows, ...resultAnchors(plan, flows, spread) };
}

function intakeAnchors({ measure, frame, totals, outflows }: Plan, spread: Spread): IntakeAnchors {
  const { pins } = frame;
  const out = outflows.map(outPath);
  const even: Factor = (_, random) => between(random, 0.96, 1.04);
  const carried = allocatePinned(
    frame.carried,
    spread(totals, (unit) => unit[measure].carried),
    pins.carried,
  );
  const newly12 = totals.map((total, index) => total + at(at(out, index), 11) - at(carried, index));
  const intake6 = frame.total6 - frame.carried + sum(out.map((path) => at(path, 5)));
  const newly6 = allocatePinned(intake6, spread(newly12, even), pins.newly6);
  const newly3 = allocatePinned(scale(intake6, FIRST_QUARTER_SHARE), spread(newly6, even), pins.newly3);
  return { carried, newly3, newly6, newly12 };
}

function resultAnchors(
  { measure, frame, totals, outflows }: Plan,
  flows: IntakeAnchors,
  spread: Spread,
): ResultAnchors {
  const { pins } = frame;
  const eligible: Factor = (unit) => unit[measure].eligible;
  const rate: Factor = (unit) => unit[measure].rate;
  const total6 = flows.carried.map(
    (value, i) => value + at(flows.newly6, i) - at(outPath(at(outflows, i)), 5),
  );
  const eligible12 = allocatePinned(frame.eligible12, spread(totals, eligible), pins.eligible12);
  const shifted: Factor = (unit, random) => eligible(unit, random) * between(random, 0.98, 1.02);
  const eligible6 = allocatePinned(frame.eligible6, spread(total6, shifted), []);
  const done12 = allocatePinned(frame.done12, spread(eligible12, rate), pins.done12);
  const half: Factor = (unit, random) =>
    rate(unit, random) * HALF_YEAR_DONE[measure] * between(random, 0.93, 1.07);
  const done6 = allocatePinned(frame.done6, spread(eligible6, half), []);
  return { eligible6, eligible12, done6, done12 };
}
