"use client";

import { rollingBars } from "@/components/results/entry/bars";
import { parseCellKey } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { HistoryBars } from "@/components/results/entry/history-bars";
import { cellId, issuesAt } from "@/components/results/entry/issues";
import { readOnlyText, valueAt } from "@/components/results/entry/movement";
import { RegisterCell } from "@/components/results/entry/register-cell";
import type { ColumnDefinition, Measure } from "@/lib/form/columns";
import { RULES } from "@/lib/form/rules";
import { entryText } from "@/lib/i18n/entry";

/** Ctrl Enter: the notes of a cell, its earlier months, last year, the rules with their sources. */
export function CellPanel() {
  const { active, version, locale, slice } = useEntry();
  const t = entryText[locale];
  const cell = active === null ? null : parseCellKey(active);
  const row = cell && version.columns.find(({ column }) => column === cell.column);
  const backToCell = () => cell && document.getElementById(cellId(cell.measure, cell.column))?.focus();
  return (
    <section
      id="cell-panel"
      tabIndex={-1}
      className="card no-print"
      aria-labelledby="cell-panel-title"
      onKeyDown={(event) => event.key === "Escape" && backToCell()}
    >
      {cell && row ? (
        <>
          <h2 id="cell-panel-title">
            {t.panelTitle(row.number, row.label[locale], t.measureShort[cell.measure])}
          </h2>
          {slice !== "total" && <p className="font-semibold text-ink-2">{t.slices[slice]}</p>}
          <PanelBody row={row} measure={cell.measure} />
          <RegisterCell cell={cell} />
          <button type="button" className="link mt-2 min-h-8 cursor-pointer" onClick={backToCell}>
            {t.panelBack}
          </button>
        </>
      ) : (
        <p id="cell-panel-title" className="text-ink-2">
          {t.panelEmpty}
        </p>
      )}
    </section>
  );
}

function PanelBody({ row, measure }: { row: ColumnDefinition; measure: Measure }) {
  const { view, version, live, locale, state, issues, slice } = useEntry();
  const t = entryText[locale];
  const write = (value: bigint | null) =>
    value === null ? t.panelNoData : readOnlyText(value, measure, state.unit, locale);
  const bars = rollingBars(view.period, view.earlier, live, { slice, measure, column: row.column, version });
  const broken = new Set(issuesAt(issues, { slice, measure, column: row.column }).map(({ rule }) => rule));
  const rules = RULES.filter(({ id }) => broken.has(id) || (row.flow && id === "V10") || id === "V01");
  return (
    <div className="mt-1.5 grid gap-3 text-[0.9375rem]">
      <p>{row.note[locale]}</p>
      <HistoryBars
        bars={bars}
        title={t.panelHistory}
        list={t.panelList}
        note={t.panelBreak}
        year={t.panelYear}
        label={t.panelMonth}
        write={write}
      />
      <p>
        <span className="text-ink-2">{`${t.panelLastYear(view.period.year - 1)}: `}</span>
        {write(valueAt(view.previousYear?.[slice], measure, row.column, version))}
      </p>
      <details key={`${slice}:${measure}:${row.column}`}>
        <summary className="link">{t.panelRules}</summary>
        <dl className="mt-1 grid gap-1.5 text-sm">
          {rules.map(({ id, title, source }) => (
            <div key={id}>
              <dt className="font-semibold">{`${id} · ${title[locale]}`}</dt>
              <dd className="text-ink-2">{`${t.panelSource}: ${source[locale]}`}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
