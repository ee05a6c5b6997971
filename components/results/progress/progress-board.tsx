import { PeriodPicker } from "@/components/results/progress/period-picker";
import { ProvinceTable, sentOf } from "@/components/results/progress/province-table";
import { UnitTable } from "@/components/results/progress/unit-table";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, type Period } from "@/lib/core/period";
import { workText } from "@/lib/i18n/work";
import { paths } from "@/lib/paths";
import type { CompletenessView } from "@/lib/results/completeness/types";

type BoardProps = { view: CompletenessView; period: Period; agency: string | undefined; locale: Locale };

/** Completeness and timeliness of a period: the provinces, or the units of one. */
export function ProgressBoard({ view, period, agency, locale }: BoardProps) {
  const t = workText[locale];
  const chosen = view.provinces.find((province) => province.agency === agency) ?? only(view.provinces);
  const shown = chosen ?? view.total;
  const canGoUp = chosen !== undefined && view.provinces.length > 1;
  return (
    <>
      <PageHeader title={t.progressTitle(sentOf(shown), shown.expected)}>
        {chosen && <strong className="text-ink">{chosen.name}</strong>}
        <span>{formatPeriod(period, locale)}</span>
        <span>{t.asOf(formatDay(view.today))}</span>
        {shown.late > 0 && (
          <span className="chip chip-miss">{`▼ ${shown.late} ${t.late.toLowerCase()}`}</span>
        )}
        {canGoUp && (
          <a className="link" href={paths.completeness(period)}>
            {t.allProvinces}
          </a>
        )}
        {chosen && (
          <a className="link" href={paths.summary(chosen.agency, period.year, period.month)}>
            {t.summaryLink}
          </a>
        )}
      </PageHeader>
      <PeriodPicker
        action={paths.completeness()}
        period={period}
        locale={locale}
        {...(agency ? { agency } : {})}
      />
      <section className="card max-sm:p-3!">
        {view.units.length === 0 && <p>{t.noUnits}</p>}
        {view.units.length > 0 && !chosen && (
          <ProvinceTable provinces={view.provinces} total={view.total} period={period} locale={locale} />
        )}
        {chosen && (
          <UnitTable
            units={view.units.filter(({ province }) => province === chosen.agency)}
            period={period}
            locale={locale}
          />
        )}
      </section>
    </>
  );
}

function only<Entry>(entries: readonly Entry[]): Entry | undefined {
  return entries.length === 1 ? entries[0] : undefined;
}
