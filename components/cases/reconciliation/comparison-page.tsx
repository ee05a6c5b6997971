import { ComparisonTable } from "@/components/cases/reconciliation/comparison-table";
import { DifferenceCard } from "@/components/cases/reconciliation/difference-card";
import { formatInstant } from "@/components/results/instant";
import { PageHeader } from "@/components/ui/page-header";
import { differing } from "@/lib/cases/comparison/rules";
import type { Comparison } from "@/lib/cases/comparison/types";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { caseComparisonText } from "@/lib/i18n/case-comparison";
import { paths } from "@/lib/paths";

type PageProps = { comparison: Comparison; locale: Locale };

/** A month's report beside the register: what differs, which cases make it, and why. */
export function ComparisonPage({ comparison, locale }: PageProps) {
  const t = caseComparisonText[locale];
  const { agency, year, month, revision, typedAt, columns } = comparison;
  const differences = differing(columns);
  const isComparable = revision !== null && !comparison.isEmptyRegister;
  return (
    <>
      <PageHeader title={titleOf(comparison, differences.length, locale)}>
        <strong className="text-ink">{comparison.name}</strong>
        {comparison.illustrative && <span className="chip">{t.illustrative}</span>}
        {revision !== null && typedAt && <span>{t.revision(revision, formatInstant(typedAt))}</span>}
        <a className="link no-print" href={paths.entry(agency, year, month)}>
          {t.entry}
        </a>
        <a className="link no-print" href={paths.cases({ agency })}>
          {t.openRegister}
        </a>
      </PageHeader>
      <ComparisonTable comparison={comparison} locale={locale} />
      {isComparable && differences.length > 0 && (
        <section className="mt-6" aria-labelledby="differences">
          <h2 id="differences">{t.differences}</h2>
          <p className="mb-3 max-w-3xl text-ink-2">{t.how}</p>
          <ol className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            {differences.map((difference) => (
              <li className="min-w-0" key={`${difference.measure} ${difference.column}`}>
                <DifferenceCard {...{ comparison, difference, locale }} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function titleOf({ year, month, revision, isEmptyRegister }: Comparison, cells: number, locale: Locale) {
  const t = caseComparisonText[locale];
  const period = formatPeriod({ year, month }, locale);
  if (isEmptyRegister) return t.titleEmpty(period);
  return revision === null ? t.titleNone(period) : t.title(period, cells);
}
