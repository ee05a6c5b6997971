import {
  type CellKey,
  type MoneyUnit,
  parseCellKey,
  readCell,
  type Values,
} from "@/components/results/entry/cell";
import type { Text } from "@/lib/core/locale";
import type { CodedReason } from "@/lib/results/types";

/** Why a text is not a value yet. */
export type Problem = { kind: "invalid"; reason: Text } | { kind: "ambiguous"; readings: readonly bigint[] };

/** Answers to warnings by `issueKey`. */
export type Reasons = Readonly<Record<string, CodedReason>>;

/** What goes to the server in one save. */
export type Snapshot = Readonly<{ values: Values; reasons: Reasons }>;

/** The report as the server has it. */
export type Stored = Snapshot & Readonly<{ version: number }>;

/** How the last attempt to reach the server ended. */
export type Link = "ready" | "offline" | "signedOut" | "refused";

/** Everything the entry form knows that can change; pure, moved only by `entryReducer`. */
export type EntryState = Readonly<{
  stored: Stored;
  values: Values;
  reasons: Reasons;
  /** Texts being typed, or typed and not understood; they win over `values` on the screen. */
  typed: Readonly<Partial<Record<CellKey, string>>>;
  problems: Readonly<Partial<Record<CellKey, Problem>>>;
  unit: MoneyUnit;
  /** The save that is under way. */
  sending: Snapshot | null;
  link: Link;
  refusal: Text | null;
  /** When the server last said "saved", as hours and minutes. */
  savedAt: string | null;
  /** Set while a stale save waits for the person's choice. */
  theirs: Stored | null;
}>;

/** What can happen to the form. */
export type EntryEvent =
  | { kind: "typed"; key: CellKey; text: string }
  | { kind: "committed"; key: CellKey }
  | { kind: "chosen"; values: Values }
  | { kind: "cleared"; key: CellKey }
  | { kind: "reasoned"; issue: string; reason: CodedReason | null }
  | { kind: "unitChanged"; unit: MoneyUnit }
  | { kind: "sent"; snapshot: Snapshot }
  | { kind: "saved"; stored: Stored; at: string }
  | { kind: "failed"; link: Exclude<Link, "ready">; refusal: Text | null }
  | { kind: "stale"; theirs: Stored }
  | { kind: "resolved"; values: Values; reasons: Reasons }
  | {
      kind: "restored";
      values: Readonly<Partial<Record<CellKey, bigint | null>>>;
      typed: EntryState["typed"];
      reasons: Reasons;
    };

/** The form as opened. */
export function openedState(stored: Stored, unit: MoneyUnit): EntryState {
  return {
    stored,
    values: stored.values,
    reasons: stored.reasons,
    typed: {},
    problems: {},
    unit,
    sending: null,
    link: "ready",
    refusal: null,
    savedAt: null,
    theirs: null,
  };
}

/** The next state; no clock, no network, nothing guessed. */
export function entryReducer(state: EntryState, event: EntryEvent): EntryState {
  switch (event.kind) {
    case "typed":
      return {
        ...state,
        typed: { ...state.typed, [event.key]: event.text },
        problems: without(state.problems, event.key),
      };
    case "committed":
      return commit(state, event.key);
    case "chosen":
      return chosen(state, event.values);
    case "cleared":
      return settled(state, event.key, null);
    case "reasoned":
      return { ...state, reasons: reasoned(state.reasons, event.issue, event.reason) };
    case "unitChanged":
      return recommitted({ ...state, unit: event.unit });
    case "restored":
      return restored(state, event);
    default:
      return exchanged(state, event);
  }
}

/** Conversation with the server. */
function exchanged(
  state: EntryState,
  event: Extract<EntryEvent, { kind: "sent" | "saved" | "failed" | "stale" | "resolved" }>,
): EntryState {
  switch (event.kind) {
    case "sent":
      return { ...state, sending: event.snapshot };
    case "saved":
      return {
        ...state,
        sending: null,
        stored: event.stored,
        savedAt: event.at,
        link: "ready",
        refusal: null,
      };
    case "failed":
      return { ...state, sending: null, link: event.link, refusal: event.refusal };
    case "stale":
      return { ...state, sending: null, link: "ready", refusal: null, theirs: event.theirs };
    case "resolved":
      return resolved(state, event);
  }
}

function commit(state: EntryState, key: CellKey): EntryState {
  const text = state.typed[key];
  const cell = parseCellKey(key);
  if (text === undefined || cell === null) return state;
  const read = readCell(text, cell.measure, state.unit);
  if (read.kind === "value") return settled(state, key, read.value);
  if (read.kind === "empty") return settled(state, key, null);
  return { ...state, problems: { ...state.problems, [key]: read } };
}

function settled(state: EntryState, key: CellKey, value: bigint | null): EntryState {
  const values = value === null ? without(state.values, key) : { ...state.values, [key]: value };
  const link = state.link === "refused" ? "ready" : state.link;
  return { ...state, values, link, typed: without(state.typed, key), problems: without(state.problems, key) };
}

function chosen(state: EntryState, values: Values): EntryState {
  let next = state;
  for (const [key, value] of Object.entries(values)) {
    if (parseCellKey(key) && value !== undefined) next = settled(next, key as CellKey, value);
  }
  return next;
}

function reasoned(reasons: Reasons, issue: string, reason: CodedReason | null): Reasons {
  return reason === null ? without(reasons, issue) : { ...reasons, [issue]: reason };
}

function resolved(state: EntryState, { values, reasons }: { values: Values; reasons: Reasons }): EntryState {
  return state.theirs === null ? state : { ...state, stored: state.theirs, theirs: null, values, reasons };
}

function restored(state: EntryState, draft: Extract<EntryEvent, { kind: "restored" }>): EntryState {
  let next: EntryState = { ...state, reasons: { ...state.reasons, ...draft.reasons } };
  for (const [key, value] of Object.entries(draft.values)) {
    if (parseCellKey(key) && value !== undefined) next = settled(next, key as CellKey, value);
  }
  return recommitted({ ...next, typed: { ...next.typed, ...draft.typed } });
}

/** Reads every pending text again, as after a change of unit. */
function recommitted(state: EntryState): EntryState {
  return Object.keys(state.typed).reduce((each, key) => commit(each, key as CellKey), state);
}

function without<Entries extends object>(entries: Entries, key: string): Entries {
  const { [key as keyof Entries]: _gone, ...rest } = entries;
  return rest as Entries;
}
