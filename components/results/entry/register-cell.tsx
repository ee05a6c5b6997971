"use client";

import { type Cell, cellKey } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { readOnlyText } from "@/components/results/entry/movement";
import { entryRegisterText } from "@/lib/i18n/entry-register";
import { paths } from "@/lib/paths";

/** What the register makes of a cell, and the way to the cases behind it. */
export function RegisterCell({ cell }: { cell: Cell }) {
  const { register, view, state, locale } = useEntry();
  if (register === null) return null;
  const t = entryRegisterText[locale];
  const { slice, measure, column } = cell;
  const value = register.values[cellKey(measure, column, slice)] ?? null;
  const { agency, period } = view;
  return (
    <p>
      <span className="text-ink-2">{`${t.cell}: `}</span>
      {readOnlyText(value, measure, state.unit, locale)}
      <a className="link block" href={paths.cases({ agency: agency.code, ...period, column, slice })}>
        {t.openCell}
      </a>
    </p>
  );
}
