"use client";

import { useState } from "react";
import { type CellKey, parseCellKey, type Values, writeCell } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { liveValues } from "@/components/results/entry/derived-state";
import { cellName } from "@/components/results/entry/movement";
import { entryRegisterText } from "@/lib/i18n/entry-register";
import { paths } from "@/lib/paths";

/** "Lập báo cáo từ sổ": what the case register makes of the month, filled in as a draft that a person checks. */
export function RegisterOffer() {
  const { register, state, dispatch, locale, view } = useEntry();
  const t = entryRegisterText[locale];
  const [withParts, setWithParts] = useState(false);
  const [filled, setFilled] = useState(0);
  if (register === null) return null;
  const changes = registerChanges(register.values, liveValues(state), withParts);
  const fill = () => {
    dispatch({
      kind: "chosen",
      values: Object.fromEntries(changes.map((key) => [key, register.values[key]])),
    });
    setFilled(changes.length);
  };
  const { agency, period } = view;
  return (
    <section className="card no-print mb-4 grid gap-2" aria-labelledby="register-title">
      <h2 id="register-title">{t.title}</h2>
      <p role="status">
        {filled > 0 && <span className="block font-semibold text-met">{t.filled(filled)}</span>}
        {changes.length === 0 ? t.same : t.differs(changes.length)}
      </p>
      <p className="text-ink-2 text-sm">
        {changes.length > 0 && t.lead}
        {register.illustrative && ` ${t.illustrative}`}
      </p>
      {changes.length > 0 && <Changes changes={changes} values={register.values} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {changes.length > 0 && (
          <button type="button" className="button" onClick={fill}>
            {t.fill(changes.length)}
          </button>
        )}
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={withParts}
            onChange={({ target }) => setWithParts(target.checked)}
          />
          {t.parts}
        </label>
        <a className="link" href={paths.reconciliation(agency.code, period.year, period.month)}>
          {t.compare}
        </a>
      </div>
    </section>
  );
}

function Changes({ changes, values }: { changes: readonly CellKey[]; values: Values }) {
  const scope = useEntry();
  const { state, locale } = scope;
  const t = entryRegisterText[locale];
  return (
    <details>
      <summary className="link w-fit">{t.list}</summary>
      <ul className="mt-1 grid max-h-72 gap-0.5 overflow-y-auto tabular-nums">
        {changes.map((key) => {
          const cell = parseCellKey(key);
          if (!cell) return null;
          const write = (value: bigint | undefined) =>
            value === undefined ? t.none : writeCell(value, cell.measure, state.unit, locale);
          return (
            <li
              key={key}
            >{`${cellName(scope, cell)}: ${write(state.values[key])} → ${write(values[key])}`}</li>
          );
        })}
      </ul>
    </details>
  );
}

/** The cells in which the register says something else than the form; the parts only when asked for. */
export function registerChanges(register: Values, form: Values, withParts: boolean): CellKey[] {
  return (Object.keys(register) as CellKey[]).filter(
    (key) => (withParts || key.split(":").length === 2) && register[key] !== form[key],
  );
}
