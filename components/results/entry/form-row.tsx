"use client";

import type { CellKey } from "@/components/results/entry/cell";
import { CellInput } from "@/components/results/entry/cell-input";
import { CellNotes, useHasNotes } from "@/components/results/entry/cell-notes";
import { useEntry } from "@/components/results/entry/context";
import { cellId } from "@/components/results/entry/issues";
import { movementText, readOnlyText, valueAt } from "@/components/results/entry/movement";
import { type ColumnDefinition, INPUT_COLUMNS, MEASURES, type Measure } from "@/lib/form/columns";
import { columnValue } from "@/lib/form/derive";
import { entryText } from "@/lib/i18n/entry";

type RowProps = { row: ColumnDefinition; onPaste: (key: CellKey, text: string) => void };

/** One printed row of the form: việc and tiền side by side, and under it what the rules say. */
export function FormRow({ row, onPaste }: RowProps) {
  const { locale, showsLastYear } = useEntry();
  const hasNotes = useHasNotes(row.column);
  const isDerived = row.kind === "derived";
  return (
    <>
      <tr className={isDerived ? "bg-line-2 font-semibold" : ""}>
        <td className="w-8 text-right text-sm max-md:px-1! font-normal text-ink-2">{row.number}</td>
        <th
          scope="row"
          className={`border-line-2! text-ink! max-md:px-1! ${isDerived ? "" : "font-normal!"} ${row.level === 1 ? "md:pl-6!" : ""}`}
        >
          {row.label[locale]}
          <MobileBefore row={row} />
        </th>
        {MEASURES.map((measure) => (
          <HalfCells key={measure} row={row} measure={measure} onPaste={onPaste} />
        ))}
      </tr>
      {hasNotes && (
        <tr>
          <td />
          <td colSpan={showsLastYear ? 9 : 7} className="text-[0.9375rem]">
            <div className="grid gap-1.5">
              {MEASURES.map((measure) => (
                <CellNotes key={measure} measure={measure} column={row.column} />
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function HalfCells({ row, measure, onPaste }: RowProps & { measure: Measure }) {
  const { view, version, locale, state, live, liveDerived, shown, showsLastYear } = useEntry();
  const hidden = shown === measure ? "" : "max-md:hidden";
  const exists = row.measures.includes(measure);
  const value = columnValue(row.column, live[measure], liveDerived[measure], measure);
  const before = valueAt(view.previousMonth?.total, measure, row.column, version);
  const lastYear = valueAt(view.previousYear?.total, measure, row.column, version);
  const input = INPUT_COLUMNS.find((column) => column === row.column);
  const quiet = `number text-sm font-normal text-ink-2 max-md:hidden`;
  return (
    <>
      <td className={`number max-md:px-1! ${measure === "money" ? "min-w-36" : "min-w-24"} ${hidden}`}>
        {input && exists ? (
          <CellInput row={row} column={input} measure={measure} onPaste={onPaste} />
        ) : (
          <span id={cellId(measure, row.column)} tabIndex={-1} className="block px-2 max-md:text-sm">
            {exists ? readOnlyText(value, measure, state.unit, locale) : "–"}
          </span>
        )}
      </td>
      <td className={quiet}>{exists ? readOnlyText(before, measure, state.unit, locale) : ""}</td>
      <td className={quiet}>{exists ? movementText(value, before, measure, state.unit, locale) : ""}</td>
      {showsLastYear && (
        <td className={`number text-sm font-normal text-ink-2 ${hidden}`}>
          {exists ? readOnlyText(lastYear, measure, state.unit, locale) : ""}
        </td>
      )}
    </>
  );
}

/** On a phone last month and the movement stand under the row's name. */
function MobileBefore({ row }: { row: ColumnDefinition }) {
  const { view, version, locale, state, live, liveDerived, shown } = useEntry();
  const t = entryText[locale];
  if (!row.measures.includes(shown)) return null;
  const value = columnValue(row.column, live[shown], liveDerived[shown], shown);
  const before = valueAt(view.previousMonth?.total, shown, row.column, version);
  if (before === null) return null;
  return (
    <span className="block text-sm font-normal text-ink-2 tabular-nums md:hidden">
      {`${t.lastMonth} ${readOnlyText(before, shown, state.unit, locale)} · ${movementText(value, before, shown, state.unit, locale)}`}
    </span>
  );
}
