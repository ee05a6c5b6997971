import { type CellKey, parseCellKey, readCell, type Values } from "@/components/results/entry/cell";
import type { EntryState, Reasons, Snapshot } from "@/components/results/entry/state";
import { WARNING_REASONS } from "@/lib/form/reasons";
import type { CodedReason } from "@/lib/results/types";

/** Where one cell stands; shown with a shape and a word. */
export type CellStatus = "untouched" | "saved" | "unsaved" | "saving" | "invalid" | "asking";

/**
 * What would be sent: understood values; where a text is not understood, what is already stored stays stored.
 * A text still being typed is not sent before it is committed.
 */
export function snapshotOf(state: EntryState): Snapshot {
  const values: Partial<Record<CellKey, bigint>> = { ...state.values };
  for (const key of Object.keys(state.problems) as CellKey[]) {
    const stored = state.stored.values[key];
    if (stored === undefined) delete values[key];
    else values[key] = stored;
  }
  return { values, reasons: completeReasons(state.reasons) };
}

/** Answers that can be stored: "OTHER" without words cannot. */
function completeReasons(reasons: Reasons): Reasons {
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => isComplete(reason)));
}

/** Whether an answer says enough. */
export function isComplete({ code, text }: CodedReason): boolean {
  const reason = WARNING_REASONS.find((each) => each.code === code);
  return reason !== undefined && (!reason.requiresText || text.trim() !== "");
}

/** The figures that move on the screen while typing: a text that is not a number yet counts as not entered. */
export function liveValues(state: EntryState): Values {
  const values: Partial<Record<CellKey, bigint>> = { ...state.values };
  for (const [key, text] of Object.entries(state.typed)) {
    const cell = parseCellKey(key);
    if (cell === null || text === undefined) continue;
    const read = readCell(text, cell.measure, state.unit);
    if (read.kind === "value") values[key as CellKey] = read.value;
    else delete values[key as CellKey];
  }
  return values;
}

/** Whether the server does not have everything that is on the screen and understood. */
export function hasUnsaved(state: EntryState): boolean {
  const { values, reasons } = snapshotOf(state);
  return differingKeys(values, state.stored.values).length > 0 || !sameReasons(reasons, state.stored.reasons);
}

/** Whether a browser that closed now would lose something. */
export function hasUnsent(state: EntryState): boolean {
  return hasUnsaved(state) || Object.keys(state.typed).length > 0;
}

/** The cells in which two sets of values differ. */
export function differingKeys(a: Values, b: Values): CellKey[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<CellKey>;
  return [...keys].filter((key) => a[key] !== b[key]);
}

/** Whether two sets of answers are the same. */
function sameReasons(a: Reasons, b: Reasons): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every(
    (key) => a[key]?.code === b[key]?.code && (a[key]?.text ?? "").trim() === (b[key]?.text ?? "").trim(),
  );
}

/** The state of one cell; `touched` = changed since the page was opened. */
export function cellStatus(state: EntryState, key: CellKey, opened: Values): CellStatus {
  const problem = state.problems[key];
  if (problem) return problem.kind === "invalid" ? "invalid" : "asking";
  const value = state.values[key];
  if (state.typed[key] !== undefined) return "unsaved";
  if (value !== state.stored.values[key]) {
    return state.sending && state.sending.values[key] === value ? "saving" : "unsaved";
  }
  return value === opened[key] ? "untouched" : "saved";
}
