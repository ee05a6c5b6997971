import { streamFor } from "./prng";

export type DemoState = "APPROVED" | "SUBMITTED" | "RETURNED" | "DRAFT";
export type CurrentState = DemoState | "ABSENT";

/** Hưng Yên is the province the demonstration walks through; its states are set by hand. */
const STAGED: Readonly<Record<string, CurrentState>> = {
  "cuc-hung-yen": "DRAFT",
  "cc-323": "ABSENT",
  "cc-325": "DRAFT",
  "cc-326": "APPROVED",
  "cc-327": "SUBMITTED",
  "cc-328": "APPROVED",
  "cc-329": "APPROVED",
  "cc-330": "RETURNED",
  "cc-331": "APPROVED",
  "cc-332": "SUBMITTED",
  "cc-333": "APPROVED",
};

/** Parts of a hundred; the rest has nothing yet. */
const SHARES: readonly [DemoState, number][] = [
  ["APPROVED", 70],
  ["SUBMITTED", 12],
  ["RETURNED", 2],
  ["DRAFT", 6],
];

/** A state for each unit: fixed shares over a deterministic shuffle, Hưng Yên as staged. */
export function currentStates(codes: readonly string[], seed: number): Map<string, CurrentState> {
  const staged = codes.map((code): [string, CurrentState | undefined] => [code, STAGED[code]]);
  const free = shuffled(
    staged.flatMap(([code, state]) => (state === undefined ? [code] : [])),
    seed,
  );
  const states = new Map(
    staged.flatMap(([code, state]) => (state === undefined ? [] : [[code, state] as const])),
  );
  for (const [index, code] of free.entries()) states.set(code, stateAt((index * 100) / free.length));
  return states;
}

function stateAt(percentile: number): CurrentState {
  let reached = 0;
  for (const [state, share] of SHARES) {
    reached += share;
    if (percentile < reached) return state;
  }
  return "ABSENT";
}

function shuffled(codes: readonly string[], seed: number): string[] {
  const random = streamFor(seed, "states of October 2022");
  const keyed = codes.map((code) => ({ code, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map((entry) => entry.code);
}
