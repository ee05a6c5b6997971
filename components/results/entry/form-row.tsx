"use client";

import type { CellKey } from "@/components/results/entry/cell";
import { CellInput } from "@/components/results/entry/cell-input";
import { CellNotes, useHasNotes } from "@/components/results/entry/cell-notes";
import { useEntry } from "@/components/results/entry/context";
import { cellId } from "@/components/results/entry/issues";
import { layoutOf, otherHalf } from "@/components/results/entry/layout";
import { readOnlyText } from "@/components/results/entry/movement";
import { BesideCells, BesideLine } from "@/components/results/entry/quiet-figures";
import { type ColumnDefinition, INPUT_COLUMNS, MEASURES, type Measure } from "@/lib/form/columns";
import { columnValue } from "@/lib/form/derive";

type RowProps = { row: ColumnDefinition; onPaste: (key: CellKey, text: string) => void };

/** One printed row of the form: việc and tiền side by side, and under it what the rules say. */
export function FormRow({ row, onPaste }: RowProps) {
  const { locale, slice, showsLastYear } = useEntry();
  const hasNotes = useHasNotes(row.column);
  const isDerived = row.kind === "derived";
  return (
    <>
      <tr className={isDerived ? "bg-line-2 font-semibold" : ""}>
        <td className="px-1.5! text-right text-sm font-normal text-ink-2">{row.number}</td>
        <th
          scope="row"
          className={`border-line-2! text-ink! ${isDerived ? "" : "font-normal!"} ${row.level === 1 ? "@min-[48rem]:pl-6!" : ""}`}
        >
          {row.label[locale]}
          <BesideLine row={row} />
        </th>
        {MEASURES.map((measure) => (
          <HalfCells key={measure} row={row} measure={measure} onPaste={onPaste} />
        ))}
      </tr>
      {hasNotes && (
        <tr>
          <td />
          <td colSpan={1 + 2 * layoutOf(slice, showsLastYear).columns} className="text-[0.9375rem]">
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
  const { locale, state, live, liveDerived, shown } = useEntry();
  const exists = row.measures.includes(measure);
  const value = columnValue(row.column, live[measure], liveDerived[measure], measure);
  const input = INPUT_COLUMNS.find((column) => column === row.column);
  const room = measure === "cases" ? "min-w-24" : state.unit === "dong" ? "min-w-40" : "min-w-34";
  return (
    <>
      <td className={`number w-px px-1.5! ${room} ${otherHalf(shown, measure)}`}>
        {input && exists ? (
          <CellInput row={row} column={input} measure={measure} onPaste={onPaste} />
        ) : (
          <span id={cellId(measure, row.column)} tabIndex={-1} className="block scroll-mt-24 px-2">
            {exists ? readOnlyText(value, measure, state.unit, locale) : "–"}
          </span>
        )}
      </td>
      <BesideCells row={row} measure={measure} value={value} />
    </>
  );
}
