import { type CellKey, parseCellKey, type Values } from "@/components/results/entry/cell";
import { differingKeys } from "@/components/results/entry/derived-state";
import type { EntryState, Reasons } from "@/components/results/entry/state";
import type { CodedReason } from "@/lib/results/types";

/** What is kept in this browser until the server has it. */
export type Draft = Readonly<{
  /** ISO instant of the last change. */
  at: string;
  /** Changed cells; null = emptied. */
  values: Readonly<Partial<Record<CellKey, bigint | null>>>;
  /** Texts not understood or not finished. */
  typed: Readonly<Partial<Record<CellKey, string>>>;
  reasons: Reasons;
}>;

const format = 1;
const longestText = 200;

/** Where one person's draft of one report lives. */
export function draftKey(place: { user: string; agency: string; year: number; month: number }): string {
  return `thads:entry:v${format}:${place.user}:${place.agency}:${place.year}-${place.month}`;
}

/** What the browser should keep of a form, or null when the server has everything. */
export function draftOf(state: EntryState, at: string): Draft | null {
  const changed = differingKeys(state.values, state.stored.values);
  const values = Object.fromEntries(changed.map((key) => [key, state.values[key] ?? null]));
  const reasons = Object.fromEntries(
    Object.entries(state.reasons).filter(([key, { code, text }]) => {
      const stored = state.stored.reasons[key];
      return stored?.code !== code || stored.text !== text;
    }),
  );
  const isEmpty = changed.length + Object.keys(state.typed).length + Object.keys(reasons).length === 0;
  return isEmpty ? null : { at, values, typed: state.typed, reasons };
}

/** A later draft laid over an earlier one that was not answered yet. */
export function mergedDraft(earlier: Draft | null, later: Draft | null): Draft | null {
  if (earlier === null || later === null) return later ?? earlier;
  return {
    at: later.at,
    values: { ...earlier.values, ...later.values },
    typed: { ...earlier.typed, ...later.typed },
    reasons: { ...earlier.reasons, ...later.reasons },
  };
}

/** As text for localStorage. */
export function draftText({ values, ...rest }: Draft): string {
  const written = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]),
  );
  return JSON.stringify({ format, ...rest, values: written });
}

/** Reads back `draftText`; anything else in the browser's storage is no draft. */
export function parseDraft(text: string | null): Draft | null {
  const found = parsedObject(text);
  if (found === null || found.format !== format || typeof found.at !== "string") return null;
  const values: Partial<Record<CellKey, bigint | null>> = {};
  for (const [key, value] of entriesOf(found.values)) {
    if (parseCellKey(key) && (value === null || (typeof value === "string" && /^\d{1,25}$/.test(value)))) {
      values[key as CellKey] = value === null ? null : BigInt(value);
    }
  }
  const typed: Partial<Record<CellKey, string>> = {};
  for (const [key, value] of entriesOf(found.typed)) {
    if (parseCellKey(key) && typeof value === "string") typed[key as CellKey] = value.slice(0, longestText);
  }
  return { at: found.at, values, typed, reasons: parsedReasons(found.reasons) };
}

/** The cells in which a draft says something else than the report now stored. */
export function draftChanges(draft: Draft, stored: Values): CellKey[] {
  const values = (Object.keys(draft.values) as CellKey[]).filter(
    (key) => (draft.values[key] ?? undefined) !== stored[key],
  );
  return [...new Set([...values, ...(Object.keys(draft.typed) as CellKey[])])];
}

function parsedReasons(value: unknown): Reasons {
  const reasons: Record<string, CodedReason> = {};
  for (const [key, reason] of entriesOf(value)) {
    const parts = Object.fromEntries(entriesOf(reason));
    if (typeof parts.code !== "string") continue;
    reasons[key] = { code: parts.code, text: typeof parts.text === "string" ? parts.text : "" };
  }
  return reasons;
}

function parsedObject(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
