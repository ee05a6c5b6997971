"use client";

import type { CellKey, MoneyUnit } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { FormRow } from "@/components/results/entry/form-row";
import { tabThrough } from "@/components/results/entry/keyboard";
import { MEASURES } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";

type TableProps = { onPaste: (key: CellKey, text: string) => void };

/** The form as the circular prints it, with the figures to type. */
export function FormTable({ onPaste }: TableProps) {
  const { version, locale } = useEntry();
  const t = entryText[locale];
  return (
    <div className="table-frame">
      <table className="table" onKeyDown={tabThrough}>
        <caption className="sr-only">{t.tableCaption}</caption>
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

function TableHead() {
  const { locale, state, shown, showsLastYear } = useEntry();
  const t = entryText[locale];
  const heads = { cases: t.cases, money: `${t.money} (${t.moneyUnit[state.unit]})` };
  return (
    <thead>
      <tr>
        <td colSpan={2} />
        {MEASURES.map((measure) => (
          <th
            key={measure}
            scope="colgroup"
            colSpan={showsLastYear ? 4 : 3}
            className={`text-center! ${shown === measure ? "" : "max-md:hidden"}`}
          >
            {heads[measure]}
          </th>
        ))}
      </tr>
      <tr className="text-sm">
        <th scope="col" className="number">
          {t.number}
        </th>
        <th scope="col">{t.content}</th>
        {MEASURES.map((measure) => (
          <HalfHeads key={measure} hidden={shown === measure ? "" : "max-md:hidden"} />
        ))}
      </tr>
    </thead>
  );
}

function HalfHeads({ hidden }: { hidden: string }) {
  const { locale, showsLastYear } = useEntry();
  const t = entryText[locale];
  return (
    <>
      <th scope="col" className={`number ${hidden}`}>
        {t.cumulative}
      </th>
      <th scope="col" className="number max-md:hidden">
        {t.lastMonth}
      </th>
      <th scope="col" className="number max-md:hidden">
        {t.movement}
      </th>
      {showsLastYear && (
        <th scope="col" className={`number ${hidden}`}>
          {t.lastYear}
        </th>
      )}
    </>
  );
}

/** Above the table: which half a phone shows, the unit of money, last year on demand. */
export function TableControls({ onLastYear }: { onLastYear: (shows: boolean) => void }) {
  const { locale, state, dispatch, shown, show, showsLastYear } = useEntry();
  const t = entryText[locale];
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 pb-3 text-[0.9375rem]">
      <fieldset className="flex gap-1 md:hidden">
        <legend className="sr-only">{t.measureTabs}</legend>
        {MEASURES.map((measure) => (
          <button
            key={measure}
            type="button"
            aria-pressed={shown === measure}
            className={`button min-h-9 ${shown === measure ? "border-ink! bg-line-2" : "font-normal"}`}
            onClick={() => show(measure)}
          >
            {t[measure]}
          </button>
        ))}
      </fieldset>
      <label className="flex items-center gap-2 text-ink-2">
        {t.showIn}
        <select
          className="field min-h-8 w-auto py-0.5 text-ink"
          value={state.unit}
          onChange={({ target }) => dispatch({ kind: "unitChanged", unit: target.value as MoneyUnit })}
        >
          <option value="thousands">{t.moneyUnit.thousands}</option>
          <option value="dong">{t.moneyUnit.dong}</option>
        </select>
      </label>
      <button
        type="button"
        className="link min-h-8 cursor-pointer"
        aria-pressed={showsLastYear}
        onClick={() => onLastYear(!showsLastYear)}
      >
        {showsLastYear ? t.hideLastYear : t.showLastYear}
      </button>
      <span className="text-sm text-ink-2 max-lg:hidden">{t.keyboardHint}</span>
    </div>
  );
}
