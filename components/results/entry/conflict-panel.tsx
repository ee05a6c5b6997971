"use client";

import { useState } from "react";
import { type CellKey, parseCellKey, writeCell } from "@/components/results/entry/cell";
import { type Choice, type Clash, mergedSnapshot, mergeOf } from "@/components/results/entry/conflict";
import { useEntry } from "@/components/results/entry/context";
import { snapshotOf } from "@/components/results/entry/derived-state";
import { cellName } from "@/components/results/entry/movement";
import type { Stored } from "@/components/results/entry/state";
import { entryText } from "@/lib/i18n/entry";

/** A stale save: both figures of every cell that both sides changed, and a choice for each. */
export function ConflictPanel({ theirs }: { theirs: Stored }) {
  const scope = useEntry();
  const { state, dispatch, locale } = scope;
  const t = entryText[locale];
  const [choices, setChoices] = useState<Partial<Record<CellKey, Choice>>>({});
  const mine = { values: snapshotOf(state).values, reasons: state.reasons };
  const merge = mergeOf(state.stored.values, mine.values, theirs.values);
  const names = merge.taken.flatMap((key) => {
    const cell = parseCellKey(key);
    return cell ? [cellName(scope, cell)] : [];
  });
  const apply = () => dispatch({ kind: "resolved", ...mergedSnapshot(state.stored, mine, theirs, choices) });
  const isDecided = merge.clashes.every(({ key }) => choices[key] !== undefined);
  return (
    <section
      className="card no-print mb-4 grid gap-3 border-behind!"
      role="alert"
      aria-labelledby="conflict-title"
    >
      <h2 id="conflict-title">{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      {merge.clashes.map((clash) => (
        <ClashChoice
          key={clash.key}
          clash={clash}
          choice={choices[clash.key]}
          onChoose={(choice) => setChoices({ ...choices, [clash.key]: choice })}
        />
      ))}
      {names.length > 0 && <p className="text-ink-2">{t.conflictTaken(names.join("; "))}</p>}
      <button
        type="button"
        className="button button-primary justify-self-start"
        disabled={!isDecided}
        onClick={apply}
      >
        {t.conflictApply}
      </button>
    </section>
  );
}

type ClashProps = { clash: Clash; choice: Choice | undefined; onChoose: (choice: Choice) => void };

function ClashChoice({ clash, choice, onChoose }: ClashProps) {
  const scope = useEntry();
  const { state, locale } = scope;
  const t = entryText[locale];
  const cell = parseCellKey(clash.key);
  if (!cell) return null;
  const write = (value: bigint | null) =>
    value === null ? t.notEntered : writeCell(value, cell.measure, state.unit, locale);
  const sides = [
    { side: "mine", head: t.conflictMine, label: t.keepMine, value: clash.mine },
    { side: "theirs", head: t.conflictTheirs, label: t.takeTheirs, value: clash.theirs },
  ] as const;
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{cellName(scope, cell)}</legend>
      {sides.map(({ side, head, label, value }) => (
        <label key={side} className="flex min-h-8 flex-wrap items-center gap-2 tabular-nums">
          <input
            type="radio"
            name={clash.key}
            className="size-5"
            checked={choice === side}
            onChange={() => onChoose(side)}
          />
          {`${head}: `}
          <strong>{write(value)}</strong>
          <span className="text-ink-2">{`(${label})`}</span>
        </label>
      ))}
    </fieldset>
  );
}
