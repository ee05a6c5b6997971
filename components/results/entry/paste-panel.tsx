"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import {
  type CellKey,
  parseCellKey,
  type Values,
  writeCell,
  writeReading,
} from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { cellName } from "@/components/results/entry/movement";
import { type PasteLine, pastedValues, pastePlan } from "@/components/results/entry/paste-plan";
import { TableFrame } from "@/components/results/table-frame";
import { entryText } from "@/lib/i18n/entry";

type PanelProps = { start: CellKey; text: string; onClose: () => void };

/** A block from Excel: pasted, previewed cell by cell, then applied. */
export function PastePanel({ start, text: first, onClose }: PanelProps) {
  const scope = useEntry();
  const { version, state, dispatch, locale } = scope;
  const t = entryText[locale];
  const [text, setText] = useState(first);
  const [chosen, setChosen] = useState<Values>({});
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const from = useMemo(
    () => parseCellKey(start) ?? ({ slice: "total", measure: "cases", column: "carriedOver" } as const),
    [start],
  );
  const plan = useMemo(
    () => (text.trim() === "" ? null : pastePlan(text, from, version, state.unit, state.values)),
    [text, from, version, state.unit, state.values],
  );
  const values = plan ? pastedValues(plan.lines, chosen) : {};
  const count = Object.keys(values).length;
  const apply = () => {
    dispatch({ kind: "chosen", values });
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="paste-title"
      className="card m-auto w-[min(48rem,94vw)] text-ink backdrop:bg-ink/40"
      onClose={onClose}
    >
      <div className="grid gap-3">
        <h2 id="paste-title">{t.pasteTitle}</h2>
        <p className="text-ink-2">{`${t.pasteLead} ${t.pasteStart(cellName(scope, from))}`}</p>
        <label>
          <span className="label">{t.pasteBlock}</span>
          <textarea
            className="field font-mono"
            rows={4}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {plan && <PreviewTable lines={plan.lines} chosen={chosen} onChoose={setChosen} />}
        {plan && plan.overflow.rows + plan.overflow.columns > 0 && (
          <p className="text-behind">{t.pasteOverflow(plan.overflow.rows, plan.overflow.columns)}</p>
        )}
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button button-primary" disabled={count === 0} onClick={apply}>
            {t.pasteApply(count)}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}

type PreviewProps = { lines: readonly PasteLine[]; chosen: Values; onChoose: (values: Values) => void };

function PreviewTable({ lines, chosen, onChoose }: PreviewProps) {
  const scope = useEntry();
  const { state, locale } = scope;
  const t = entryText[locale];
  return (
    <TableFrame label={t.pasteTitle} tall>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            <th scope="col" className="number">
              {t.pasteOld}
            </th>
            <th scope="col" className="number">
              {t.pasteNew}
            </th>
            <th scope="col">{t.pasteProblem}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="font-normal!">
                {nameOf(scope, line)}
              </th>
              <td className="number text-ink-2">
                {line.old === null
                  ? t.notEntered
                  : writeCell(line.old, line.cell.measure, state.unit, locale)}
              </td>
              <td className="number">
                {line.next === null
                  ? line.cell.text
                  : writeCell(line.next, line.cell.measure, state.unit, locale)}
              </td>
              <td>
                <LineNote line={line} chosen={chosen} onChoose={onChoose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function nameOf(scope: Parameters<typeof cellName>[0], { key, cell }: PasteLine): string {
  return cellName(scope, parseCellKey(key) ?? { slice: "total", ...cell });
}

function LineNote({ line, chosen, onChoose }: { line: PasteLine } & Omit<PreviewProps, "lines">) {
  const { locale } = useEntry();
  const t = entryText[locale];
  const { result, measure } = line.cell;
  if (line.outcome === "same") return <span className="text-ink-2">{t.pasteSame}</span>;
  if (line.outcome === "empty") return <span className="text-ink-2">{t.pasteEmpty}</span>;
  if (result.kind === "invalid") {
    return <span className="text-miss">{`▼ ${result.reason[locale]} ${t.pasteSkipped}`}</span>;
  }
  if (result.kind !== "ambiguous") return null;
  return (
    <select
      className="field min-h-8 py-0.5"
      aria-label={t.pasteAsk}
      value={String(chosen[line.key] ?? "")}
      onChange={({ target }) => onChoose(withReading(chosen, line.key, target.value))}
    >
      <option value="">{t.pasteAsk}</option>
      {result.readings.map((reading) => (
        <option key={String(reading)} value={String(reading)}>
          {writeReading(reading, measure, locale)}
        </option>
      ))}
    </select>
  );
}

function withReading(chosen: Values, key: CellKey, text: string): Values {
  const { [key]: _before, ...rest } = chosen;
  return text === "" ? rest : { ...rest, [key]: BigInt(text) };
}
