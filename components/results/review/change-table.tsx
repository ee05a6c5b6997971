import type { MoneyUnit } from "@/components/results/entry/cell";
import { movementText, readOnlyText } from "@/components/results/entry/movement";
import { TableFrame } from "@/components/results/table-frame";
import type { Locale } from "@/lib/core/locale";
import { COUNT_LABELS } from "@/lib/form/counts";
import { SLICE_LABELS } from "@/lib/form/labels";
import type { FormVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import { reviewText } from "@/lib/i18n/review";
import type { CountChange, FigureChange } from "@/lib/results/view";

type TableProps = {
  changes: readonly FigureChange[];
  counts: readonly CountChange[];
  version: FormVersion;
  title: string;
  locale: Locale;
};

/** Cells and counts that changed: before, now, difference. */
export function ChangeTable({ changes, counts, version, title, locale }: TableProps) {
  const t = reviewText[locale];
  const unit = unitOf(changes);
  return (
    <section className="card">
      <h2>{title}</h2>
      {changes.length + counts.length > 0 && (
        <TableFrame label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col" className="number">
                  {t.before}
                </th>
                <th scope="col" className="number">
                  {t.after}
                </th>
                <th scope="col" className="number">
                  {t.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={`${change.slice}:${change.measure}:${change.column}`}>
                  <th scope="row" className="font-normal! text-ink!">
                    {nameOf(change, version, unit, locale)}
                  </th>
                  <td className="number text-ink-2">
                    {readOnlyText(change.before, change.measure, unit, locale)}
                  </td>
                  <td className="number">{readOnlyText(change.after, change.measure, unit, locale)}</td>
                  <td className="number text-ink-2">
                    {movementText(change.after, change.before, change.measure, unit, locale)}
                  </td>
                </tr>
              ))}
              {counts.map((change) => (
                <CountRow key={change.code} change={change} locale={locale} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function CountRow({ change: { code, before, after }, locale }: { change: CountChange; locale: Locale }) {
  const { label, unit } = COUNT_LABELS[code];
  return (
    <tr>
      <th scope="row" className="font-normal! text-ink!">
        {`${code}. ${label[locale]} (${unit[locale]})`}
      </th>
      <td className="number text-ink-2">{readOnlyText(before, "cases", "dong", locale)}</td>
      <td className="number">{readOnlyText(after, "cases", "dong", locale)}</td>
      <td className="number text-ink-2">{movementText(after, before, "cases", "dong", locale)}</td>
    </tr>
  );
}

function nameOf(change: FigureChange, version: FormVersion, unit: MoneyUnit, locale: Locale): string {
  const t = entryText[locale];
  const row = version.columns.find(({ column }) => column === change.column);
  const half =
    change.measure === "money" ? `${t.measureShort.money} (${t.moneyUnit[unit]})` : t.measureShort.cases;
  const slice = change.slice === "total" ? "" : `${SLICE_LABELS[change.slice][locale]} – `;
  return `${slice}${row?.number ?? "?"}. ${row?.label[locale] ?? change.column}, ${half}`;
}

function unitOf(changes: readonly FigureChange[]): MoneyUnit {
  const amounts = changes.flatMap(({ measure, before, after }) =>
    measure === "money" ? [before ?? 0n, after ?? 0n] : [],
  );
  return amounts.some((amount) => amount % 1000n !== 0n) ? "dong" : "thousands";
}
