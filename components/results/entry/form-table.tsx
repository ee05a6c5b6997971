"use client";

import type { CellKey } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { FormRow } from "@/components/results/entry/form-row";
import { tabThrough } from "@/components/results/entry/keyboard";
import { BESIDE, layoutOf, otherHalf } from "@/components/results/entry/layout";
import { SLICE_PANEL } from "@/components/results/entry/slice-tabs";
import { MEASURES, type Measure } from "@/lib/form/columns";
import { SLICE_LABELS } from "@/lib/form/labels";
import { entryText } from "@/lib/i18n/entry";

type TableProps = { onPaste: (key: CellKey, text: string) => void };

/** The form as the circular prints it, with the figures of one slice to type. */
export function FormTable({ onPaste }: TableProps) {
  const { version, locale, slice } = useEntry();
  const t = entryText[locale];
  return (
    <div role="tabpanel" id={SLICE_PANEL} aria-labelledby={`slice-${slice}`}>
      <table className="table" onKeyDown={tabThrough}>
        <caption className="sr-only">{`${t.tableCaption} – ${SLICE_LABELS[slice][locale]}`}</caption>
        <TableHead />
        <tbody>
          {version.columns.map((row) => (
            <FormRow key={row.column} row={row} onPaste={onPaste} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Stays on the screen while the form scrolls under it. */
function TableHead() {
  const { locale, state, shown, slice, showsLastYear } = useEntry();
  const t = entryText[locale];
  const heads = { cases: t.cases, money: `${t.money} (${t.moneyUnit[state.unit]})` };
  const { columns } = layoutOf(slice, showsLastYear);
  return (
    <thead className="sticky top-0 z-10 bg-card shadow-[0_1px_0_var(--color-line)] print:static">
      <tr>
        <td colSpan={2} className="border-b-0! pb-0! align-bottom font-semibold">
          {slice === "total" ? "" : t.slices[slice]}
        </td>
        {MEASURES.map((measure) => (
          <th
            key={measure}
            scope="colgroup"
            colSpan={columns}
            className={`border-b-0! px-1.5! text-center! shadow-[inset_0_-1px_var(--color-line)] ${otherHalf(shown, measure)}`}
          >
            {heads[measure]}
          </th>
        ))}
      </tr>
      <tr className="text-sm">
        <th scope="col" className="w-px border-b-0! px-1.5! text-right! align-bottom">
          {t.number}
        </th>
        <th scope="col" className="border-b-0! align-bottom">
          {t.content}
        </th>
        {MEASURES.map((measure) => (
          <HalfHeads key={measure} measure={measure} hidden={otherHalf(shown, measure)} />
        ))}
      </tr>
    </thead>
  );
}

function HalfHeads({ measure, hidden }: { measure: Measure; hidden: string }) {
  const { locale, slice, showsLastYear } = useEntry();
  const t = entryText[locale];
  const layout = layoutOf(slice, showsLastYear);
  const head = "w-px border-b-0! px-1.5! text-right! align-bottom";
  const lines = [t.lastMonth, t.movement, ...(layout.lastYear === "line" ? [t.lastYear] : [])];
  return (
    <>
      <th scope="col" className={`${head} ${hidden}`}>
        {t.cumulative}
      </th>
      {layout.whole && (
        <th scope="col" className={`${head} ${BESIDE}`}>
          {t.whole}
        </th>
      )}
      <th scope="col" className={`${head} ${BESIDE}`}>
        <span className={`items-end ${layout.pair[measure]}`}>
          {lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </span>
      </th>
      {layout.lastYear === "column" && (
        <th scope="col" className={`${head} min-w-18 ${BESIDE}`}>
          {t.lastYear}
        </th>
      )}
    </>
  );
}
