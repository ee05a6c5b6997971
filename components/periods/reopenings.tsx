import { ActionForm } from "@/components/ui/action-form";
import type { FieldSpec } from "@/components/ui/form-field";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { periodsText } from "@/lib/i18n/periods";
import { endReopeningAction, reopenAction } from "@/lib/periods/actions";
import type { PeriodSummary, Reopening } from "@/lib/periods/types";

type Props = { periods: readonly PeriodSummary[]; mayManage: boolean; locale: Locale };

/** Which agencies have a period of the year open again, why and until when. */
export function Reopenings({ periods, mayManage, locale }: Props) {
  const t = periodsText[locale];
  const reopenings = periods.flatMap((period) => period.reopenings);
  return (
    <section className="card mb-6 grid gap-4">
      <h2>{t.reopenings}</h2>
      {reopenings.length === 0 && <p className="text-ink-2">{t.noReopenings}</p>}
      <ul className="grid gap-3">
        {reopenings.map((each) => (
          <ReopeningEntry
            key={`${each.agency}-${periodKey(each)}`}
            reopening={each}
            mayManage={mayManage}
            locale={locale}
          />
        ))}
      </ul>
      {mayManage && <Reopen periods={periods} locale={locale} />}
    </section>
  );
}

type EntryProps = { reopening: Reopening; mayManage: boolean; locale: Locale };

function ReopeningEntry({ reopening, mayManage, locale }: EntryProps) {
  const t = periodsText[locale];
  const { agency, agencyName, year, month, reason, until } = reopening;
  const fields: FieldSpec[] = [
    { name: "agency", label: "", type: "hidden", value: agency },
    { name: "year", label: "", type: "hidden", value: String(year) },
    { name: "month", label: "", type: "hidden", value: String(month) },
  ];
  return (
    <li className="grid gap-1 border-b border-line-2 pb-3">
      <p>
        <strong>{agencyName}</strong>, {formatPeriod(reopening, locale)}, {t.untilDay(formatDay(until))}
      </p>
      <p className="text-ink-2">{reason}</p>
      {mayManage && (
        <details>
          <summary className="text-sm">{t.endReopening}</summary>
          <div className="mt-2">
            <ActionForm
              action={endReopeningAction}
              fields={fields}
              submit={t.confirm}
              done={t.ended}
              locale={locale}
            />
          </div>
        </details>
      )}
    </li>
  );
}

function Reopen({ periods, locale }: { periods: readonly PeriodSummary[]; locale: Locale }) {
  const t = periodsText[locale];
  const options = periods.map((period) => ({
    value: String(period.month),
    label: `${formatPeriod(period, locale)} (${t.statuses[period.status]})`,
  }));
  const fields: FieldSpec[] = [
    { name: "year", label: "", type: "hidden", value: String(periods[0]?.year ?? "") },
    { name: "month", label: t.month, type: "select", options },
    { name: "agency", label: t.agency, isRequired: true },
    { name: "reason", label: t.reason, isRequired: true },
    { name: "until", label: t.until, type: "date", isRequired: true },
  ];
  return (
    <details>
      <summary className="font-semibold">{t.reopen}</summary>
      <div className="mt-3">
        <ActionForm
          action={reopenAction}
          fields={fields}
          submit={t.reopen}
          done={t.reopened}
          locale={locale}
        />
      </div>
    </details>
  );
}
