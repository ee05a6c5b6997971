import { readOnlyText } from "@/components/results/entry/movement";
import { FigureTable } from "@/components/results/figure-table";
import { formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type ColumnDefinition, MEASURES, type Measure } from "@/lib/form/columns";
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
  const titles = { cases: e.cases, money: `${e.money} (${e.moneyUnit[unit]})` };
  const groups = MEASURES.map((measure) => ({
    title: titles[measure],
    cells: (row: ColumnDefinition) =>
      row.measures.includes(measure)
        ? [readOnlyText(summary.sums[measure][row.column] ?? null, measure, unit, locale)]
        : [],
    foot: rateText(summary.sums, measure, version, locale),
  }));
  return (
    <section className="card">
      <h2>{t.sums}</h2>
      <FigureTable
        label={t.sums}
        version={version}
        groups={groups}
        foot={reviewText[locale].rate}
        locale={locale}
      />
    </section>
  );
}

function rateText(sums: Sums, measure: Measure, version: FormVersion, locale: Locale): string {
  const inputs = rateInputs(sums[measure], version, measure);
  return inputs === null
    ? "–"
    : formatRate({ numerator: inputs.completed, denominator: inputs.eligible }, locale);
}
