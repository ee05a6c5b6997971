import { SIGNAL_THRESHOLDS } from "@/lib/metrics/signals/thresholds";
import { SIGNAL_KINDS, type SignalKind } from "@/lib/metrics/signals/types";
import { AGENCIES, ASKED, type Outcome, runTrial, type Trial } from "./integrity/trial";

/**
 * Seeds on which thresholds.ts was chosen, and others, which alone are reported. 101–110 were reported first, missed
 * the goal on false alarms (1,115) and became tuning seeds; whoever changes a threshold takes new test seeds as well.
 */
const TUNING_SEEDS = [1, 2, 3, 4, 5, 6, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110] as const;
const TEST_SEEDS = [201, 202, 203, 204, 205, 206, 207, 208, 209, 210] as const;
const GOAL = { recall: 0.9, falseAlarms: 1 } as const;

const isTuning = process.argv.includes("--tuning");
const seeds = isTuning ? TUNING_SEEDS : TEST_SEEDS;

console.log(`Integrity signals on ${isTuning ? "TUNING" : "test"} seeds ${seeds.join(", ")}`);
console.log(`thresholds chosen on seeds ${TUNING_SEEDS.join(", ")}`);
console.log(`${AGENCIES} agencies a seed, asked about ${ASKED.join(", ")}; illustrative, generated years`);
const trials: Trial[] = [];
for (const seed of seeds) trials.push(runTrial(seed));

const outcomes = trials.flatMap((trial) => trial.outcomes);
const alarms = trials.flatMap((trial) => trial.falseAlarms);
const honestYears = trials.reduce((sum, trial) => sum + trial.honestYears, 0);
const of = (kind: SignalKind) => outcomes.filter(({ plant }) => plant.kind === kind);
const recall = (list: readonly Outcome[]) =>
  list.filter(({ signal }) => signal !== undefined).length / Math.max(1, list.length);

console.log(
  "kind, planted, points on the rate (least median most), recall of the weaker and stronger half, bar",
);
for (const kind of SIGNAL_KINDS) {
  const list = of(kind).sort((a, b) => a.plant.points - b.plant.points);
  const [least, middle, most] = [0, list.length >> 1, list.length - 1].map(
    (index) => list[index]?.plant.points ?? 0,
  );
  const halves = [list.slice(0, list.length >> 1), list.slice(list.length >> 1)].map((half) =>
    recall(half).toFixed(3),
  );
  const points = [least, middle, most].map((value) => (value ?? 0).toFixed(1)).join(" ");
  console.log(
    `${kind} ${list.length} (${points}) ${halves.join(" ")} score ≥ ${SIGNAL_THRESHOLDS[kind].score}`,
  );
}
console.log(`honest agency-years: ${honestYears}; false alarms: ${alarms.length}`);
for (const kind of SIGNAL_KINDS) {
  const count = alarms.filter((alarm) => alarm.kind === kind).length;
  console.log(`false_alarms_${kind}_per_100 ${((100 * count) / honestYears).toFixed(3)}`);
}

let isMissed = false;
function conclude(name: string, value: number, goal: string, holds: boolean): void {
  isMissed ||= !holds;
  console.log(`${name} ${value.toFixed(3)} ${goal} ${holds ? "holds" : "missed"}`);
}
for (const kind of SIGNAL_KINDS) {
  const value = recall(of(kind));
  conclude(`recall_${kind}`, value, `>=${GOAL.recall}`, value >= GOAL.recall);
}
const rate = (100 * alarms.length) / honestYears;
conclude("false_alarms_per_100_agency_years", rate, `<=${GOAL.falseAlarms}`, rate <= GOAL.falseAlarms);
process.exitCode = isMissed ? 1 : 0;
