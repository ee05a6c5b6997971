"use client";

import type { KeyboardEvent } from "react";
import { useEntry } from "@/components/results/entry/context";
import { neighbourOf, type SliceMark, sliceMark } from "@/components/results/entry/parts";
import { SLICES, type Slice } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";

const shapes: Record<SliceMark["kind"], { shape: string; tone: string }> = {
  errors: { shape: "▼", tone: "text-miss" },
  warnings: { shape: "◆", tone: "text-behind" },
  reported: { shape: "●", tone: "text-ink-2" },
  missing: { shape: "○", tone: "text-ink-3" },
};

/** The id of the table that the switch changes. */
export const SLICE_PANEL = "entry-slice";

const tabId = (slice: Slice) => `slice-${slice}`;

/** The whole docket and its parts over one table; left and right move between them. */
export function SliceTabs() {
  const { locale, slice: open, showSlice } = useEntry();
  const t = entryText[locale];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = neighbourOf(SLICES, open, event.key);
    if (next === null) return;
    event.preventDefault();
    showSlice(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={t.sliceTabs}
      className="no-print mb-3 flex flex-wrap gap-x-5 border-b border-line @max-[48rem]:grid @max-[48rem]:grid-cols-2 @max-[48rem]:gap-x-3"
      onKeyDown={onKeyDown}
    >
      {SLICES.map((slice) => (
        <SliceTab key={slice} slice={slice} />
      ))}
    </div>
  );
}

function SliceTab({ slice }: { slice: Slice }) {
  const { locale, slice: open, showSlice, issues, state } = useEntry();
  const t = entryText[locale];
  const isOpen = slice === open;
  const mark = sliceMark(slice, issues, state);
  const { shape, tone } = shapes[mark.kind];
  return (
    <button
      type="button"
      role="tab"
      id={tabId(slice)}
      aria-selected={isOpen}
      aria-controls={SLICE_PANEL}
      tabIndex={isOpen ? 0 : -1}
      className={`-mb-px flex min-h-9 cursor-pointer items-center gap-1.5 border-b-2 text-left ${isOpen ? "border-brand font-semibold" : "border-transparent text-ink-2 hover:border-ink-3"}`}
      onClick={() => showSlice(slice)}
    >
      {t.slices[slice]}
      <span
        className={`text-xs whitespace-nowrap tabular-nums ${tone}`}
        title={t.sliceMark[mark.kind](mark.count)}
      >
        <span aria-hidden="true">{mark.count > 0 ? `${shape} ${mark.count}` : shape}</span>
        <span className="sr-only">{t.sliceMark[mark.kind](mark.count)}</span>
      </span>
    </button>
  );
}
