"use client";

import { useEntry } from "@/components/results/entry/context";
import { filledCells } from "@/components/results/entry/parts";
import { entryText } from "@/lib/i18n/entry";

/** What a part must agree with, and the way back to not reporting it. */
export function PartNote() {
  const { slice, locale, state, dispatch } = useEntry();
  const t = entryText[locale];
  if (slice === "total") return null;
  const isSplit = slice === "exOfficio" || slice === "onRequest";
  const filled = filledCells(slice, { ...state.values, ...state.typed } as typeof state.values);
  const clear = () => {
    for (const key of filled) dispatch({ kind: "cleared", key });
  };
  return (
    <div className="no-print pb-3 text-[0.9375rem] text-ink-2">
      <p>{`${isSplit ? t.partSplit : t.partSubset} ${t.partOptional}`}</p>
      {filled.length > 0 && (
        <details className="mt-1" key={slice}>
          <summary className="link inline-block min-h-6">{t.partDrop}</summary>
          <p className="mt-1 flex flex-wrap items-center gap-3">
            {t.partDropLead(filled.length)}
            <button type="button" className="button min-h-8" onClick={clear}>
              {t.partDropApply(filled.length)}
            </button>
          </p>
        </details>
      )}
    </div>
  );
}
