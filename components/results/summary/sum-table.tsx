import { readOnlyText } from "@/components/results/entry/movement";
import { TableFrame } from "@/components/results/table-frame";
import { formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { MEASURES, type Measure } from "@/lib/form/columns";
import { rateInputs } from "@/lib/form/derive";
import { type FormVersion, formVersionFor } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import { reviewText } from "@/lib/i18n/review";
import { workText } from "@/lib/i18n/work";
import type { ProvinceSummaryView, Sums } from "@/lib/summaries/types";

/** The province's sums, column by column, and the rates from those sums. */
export function SumTable({ summary, locale }: { summary: ProvinceSummaryView; locale: Locale }) {
  const [t, e] = [workText[locale], entryText[locale]];
  const version = formVersionFor(summary.period);
  const isBroken = Object.values(summary.sums.money).some(
    (amount) => amount !== undefined && amount % 1000n !== 0n,
  );
  const unit = isBroken ? "dong" : "thousands";
  return (
    <section className="card">
      <h2>{t.sums}</h2>
      <TableFrame label={t.sums}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{e.number}</th>
              <th scope="col">{e.content}</th>
              <th scope="col" className="number">
                {e.cases}
              </th>
              <th scope="col" className="number">{`${e.money} (${e.moneyUnit[unit]})`}</th>
            </tr>
          </thead>
          <tbody>
            {version.columns.map((row) => (
              <tr key={row.column} className={row.kind === "derived" ? "bg-line-2 font-semibold" : ""}>
                <td className="text-sm text-ink-2">{row.number}</td>
                <th
                  scope="row"
                  className={`border-line-2! text-ink! ${row.kind === "derived" ? "" : "font-normal!"} ${row.level === 1 ? "pl-6!" : ""}`}
                >
                  {row.label[locale]}
                </th>
                {MEASURES.map((measure) => (
                  <td key={measure} className="number">
                    {row.measures.includes(measure)
                      ? readOnlyText(summary.sums[measure][row.column] ?? null, measure, unit, locale)
                      : "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <td />
              <th scope="row" className="text-ink!">
                {reviewText[locale].rate}
              </th>
              {MEASURES.map((measure) => (
                <td key={measure} className="number">
                  {rateText(summary.sums, measure, version, locale)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </section>
  );
}

function rateText(sums: Sums, measure: Measure, version: FormVersion, locale: Locale): string {
  const inputs = rateInputs(sums[measure], version, measure);
  return inputs === null
    ? "–"
    : formatRate({ numerator: inputs.completed, denominator: inputs.eligible }, locale);
}
