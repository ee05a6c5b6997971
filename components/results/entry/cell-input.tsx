"use client";

import type { ClipboardEvent, KeyboardEvent } from "react";
import { type CellKey, cellKey } from "@/components/results/entry/cell";
import { type EntryScope, useEntry } from "@/components/results/entry/context";
import { cellStatus } from "@/components/results/entry/derived-state";
import { cellId, issuesAt, unexplained } from "@/components/results/entry/issues";
import { moveFocus, moveOf } from "@/components/results/entry/keyboard";
import { inputText } from "@/components/results/entry/movement";
import type { ColumnDefinition, InputColumn, Measure } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";

type CellInputProps = {
  row: ColumnDefinition;
  column: InputColumn;
  measure: Measure;
  onPaste: (key: CellKey, text: string) => void;
};
type Mark = keyof (typeof entryText)["vi"]["cellStatus"];

const marks: Record<Mark, { shape: string; tone: string }> = {
  untouched: { shape: "", tone: "" },
  saved: { shape: "✓", tone: "text-met" },
  unsaved: { shape: "○", tone: "text-ink-2" },
  saving: { shape: "…", tone: "text-ink-2" },
  invalid: { shape: "▼", tone: "text-miss" },
  asking: { shape: "?", tone: "text-behind" },
  needsReason: { shape: "◆", tone: "text-behind" },
  changed: { shape: "△", tone: "text-pace" },
};

/** One typed cell: its text, its state as a shape and a word, its keys. */
export function CellInput({ row, column, measure, onPaste }: CellInputProps) {
  const scope = useEntry();
  const { state, dispatch, locale, slice } = scope;
  const t = entryText[locale];
  const key = cellKey(measure, column, slice);
  const mark = useMark(key, measure, column);
  const isWrong =
    mark === "invalid" ||
    issuesAt(scope.issues, { slice, measure, column }).some(({ severity }) => severity === "error");
  const tone = isWrong
    ? "border-miss bg-miss-soft"
    : mark === "asking"
      ? "border-behind bg-behind-soft"
      : "border-line bg-card";

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.getElementById("cell-panel")?.focus();
      return;
    }
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const { shiftKey, ctrlKey, metaKey, altKey } = event;
    const keys = { key: event.key, shiftKey, ctrlKey, metaKey, altKey };
    const move = moveOf({ ...keys, selectionStart, selectionEnd, length: value.length });
    if (move === null) return;
    event.preventDefault();
    // The last cell of a half has none below to move to, and is entered all the same.
    if (event.key === "Enter" && state.typed[key] !== undefined) dispatch({ kind: "committed", key });
    moveFocus(event.currentTarget, move);
  };
  const onPasted = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(key, text);
  };

  return (
    <span className="relative block">
      <input
        id={cellId(measure, column)}
        className={`min-h-8 w-full min-w-20 scroll-mt-24 rounded-cell border px-2 pl-5 text-right tabular-nums focus:border-focus ${tone}`}
        data-cell={key}
        data-half={measure}
        type="text"
        inputMode={measure === "cases" ? "numeric" : "text"}
        autoComplete="off"
        maxLength={200}
        aria-label={labelOf(scope, row, measure)}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${cellId(measure, column)}-state notes-${measure}-${column}`}
        value={inputText(scope, key, measure)}
        onFocus={() => scope.activate(key)}
        onChange={(event) => dispatch({ kind: "typed", key, text: event.target.value })}
        onBlur={() => state.typed[key] !== undefined && dispatch({ kind: "committed", key })}
        onKeyDown={onKeyDown}
        onPaste={onPasted}
      />
      <span
        className={`pointer-events-none absolute inset-y-0 left-1.5 flex items-center text-xs ${marks[mark].tone}`}
        title={t.cellStatus[mark]}
      >
        <span aria-hidden="true">{marks[mark].shape}</span>
        <span id={`${cellId(measure, column)}-state`} className="sr-only">
          {t.cellStatus[mark]}
        </span>
      </span>
    </span>
  );
}

function labelOf(
  { slice, locale }: EntryScope,
  { number, label }: ColumnDefinition,
  measure: Measure,
): string {
  const t = entryText[locale];
  const cell = t.cellLabel(number, label[locale], t.measureShort[measure]);
  return slice === "total" ? cell : `${t.slices[slice]}: ${cell}`;
}

function useMark(key: CellKey, measure: Measure, column: InputColumn): Mark {
  const { state, opened, submitted, issues, slice } = useEntry();
  const status = cellStatus(state, key, opened);
  if (status === "invalid" || status === "asking" || status === "saving" || status === "unsaved")
    return status;
  if (unexplained(issuesAt(issues, { slice, measure, column }), state.reasons).length > 0)
    return "needsReason";
  if (status === "saved") return status;
  return submitted !== null && submitted[key] !== state.values[key] ? "changed" : "untouched";
}
