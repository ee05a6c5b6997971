"use client";

import { type EntryScope, useEntry } from "@/components/results/entry/context";
import { BESIDE, layoutOf } from "@/components/results/entry/layout";
import { movementText, readOnlyText, valueAt } from "@/components/results/entry/movement";
import type { ColumnDefinition, Measure } from "@/lib/form/columns";
import { columnValue } from "@/lib/form/derive";
import { entryText } from "@/lib/i18n/entry";

type CellsProps = { row: ColumnDefinition; measure: Measure; value: bigint | null };

/** What stands beside a cell: the whole docket's figure for a part, last month, the movement, last year. */
export function BesideCells({ row, measure, value }: CellsProps) {
  const scope = useEntry();
  const layout = layoutOf(scope.slice, scope.showsLastYear);
  const exists = row.measures.includes(measure);
  const { whole, before, movement, lastYear } = besideTexts(scope, row, measure, value);
  const quiet = `number px-1.5! text-[0.8125rem] leading-4.5 font-normal text-ink-2 ${BESIDE}`;
  const write = (text: string) => (exists ? text : "");
  return (
    <>
      {layout.whole && <td className={quiet}>{write(whole)}</td>}
      <td className={quiet}>
        <span className={layout.pair[measure]}>
          <span className="block">{write(before)}</span>
          <span className="block">{write(movement)}</span>
          {layout.lastYear === "line" && <span className="block">{write(lastYear)}</span>}
        </span>
      </td>
      {layout.lastYear === "column" && <td className={quiet}>{write(lastYear)}</td>}
    </>
  );
}

/** The same under the row's name, where the form is too narrow for more columns. */
export function BesideLine({ row }: { row: ColumnDefinition }) {
  const scope = useEntry();
  const { locale, live, liveDerived, shown, slice, showsLastYear } = scope;
  const t = entryText[locale];
  if (!row.measures.includes(shown)) return null;
  const value = columnValue(row.column, live[shown], liveDerived[shown], shown);
  const { whole, before, movement, lastYear } = besideTexts(scope, row, shown, value);
  const texts = [
    slice !== "total" && whole !== "–" ? `${t.whole} ${whole}` : null,
    before === "–" ? null : `${t.lastMonth} ${before} · ${movement}`,
    showsLastYear ? `${t.lastYear} ${lastYear}` : null,
  ].filter((text) => text !== null);
  return texts.map((text) => (
    <span
      key={text}
      className="block text-sm font-normal text-ink-2 tabular-nums @min-[48rem]:hidden print:hidden"
    >
      {text}
    </span>
  ));
}

function besideTexts(scope: EntryScope, row: ColumnDefinition, measure: Measure, value: bigint | null) {
  const { view, version, locale, state, slice, liveAll } = scope;
  const write = (amount: bigint | null) => readOnlyText(amount, measure, state.unit, locale);
  const before = valueAt(view.previousMonth?.[slice], measure, row.column, version);
  return {
    whole: write(valueAt(liveAll.total, measure, row.column, version)),
    before: write(before),
    movement: movementText(value, before, measure, state.unit, locale),
    lastYear: write(valueAt(view.previousYear?.[slice], measure, row.column, version)),
  };
}
