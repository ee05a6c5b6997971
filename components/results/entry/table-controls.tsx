"use client";

import type { MoneyUnit } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { MEASURES } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";

/** Above the table: which half a narrow form shows, the unit of money, last year on demand. */
export function TableControls({ onLastYear }: { onLastYear: (shows: boolean) => void }) {
  const { locale, state, dispatch, shown, show, showsLastYear } = useEntry();
  const t = entryText[locale];
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 pb-3 text-[0.9375rem]">
      <fieldset className="flex gap-1 @min-[48rem]:hidden">
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
