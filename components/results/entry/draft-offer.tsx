"use client";

import { parseCellKey, writeCell } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { type Draft, draftChanges } from "@/components/results/entry/draft";
import { cellName } from "@/components/results/entry/movement";
import { entryText } from "@/lib/i18n/entry";

type OfferProps = { draft: Draft; onAccept: () => void; onDrop: () => void };

/** Figures an earlier visit typed on this machine that never reached the server. */
export function DraftOffer({ draft, onAccept, onDrop }: OfferProps) {
  const scope = useEntry();
  const { state, locale } = scope;
  const t = entryText[locale];
  const changes = draftChanges(draft, state.stored.values);
  const write = (value: bigint | null | undefined, measure: "cases" | "money") =>
    value === null || value === undefined ? t.notEntered : writeCell(value, measure, state.unit, locale);
  return (
    <section className="card no-print mb-4 grid gap-3 border-behind!" aria-labelledby="draft-title">
      <h2 id="draft-title">{t.draftTitle}</h2>
      <p>{t.draftLead(changes.length, shortTime(draft.at))}</p>
      <details>
        <summary className="link">{`${t.draftStored} → ${t.draftLocal}`}</summary>
        <ul className="mt-1 grid gap-0.5 tabular-nums">
          {changes.map((key) => {
            const cell = parseCellKey(key);
            if (!cell) return null;
            const mine = draft.typed[key] ?? write(draft.values[key], cell.measure);
            const stored = write(state.stored.values[key], cell.measure);
            return <li key={key}>{`${cellName(scope, cell)}: ${stored} → ${mine}`}</li>;
          })}
        </ul>
      </details>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={onAccept}>
          {t.draftUse}
        </button>
        <button type="button" className="button" onClick={onDrop}>
          {t.draftDrop}
        </button>
      </div>
    </section>
  );
}

function shortTime(at: string): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  return instant.toLocaleString("vi-VN", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Ho_Chi_Minh",
  });
}
