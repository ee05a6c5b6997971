import { ActionForm } from "@/components/ui/action-form";
import type { FieldSpec } from "@/components/ui/form-field";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { periodsText } from "@/lib/i18n/periods";
import { setStatusAction } from "@/lib/periods/actions";
import { type Deadline, PERIOD_STATUSES, type PeriodSummary, REPORTING_KINDS } from "@/lib/periods/types";

type Props = { periods: readonly PeriodSummary[]; mayManage: boolean; locale: Locale };

const chips = { OPEN: "chip-met", CLOSED: "", LOCKED: "chip-pace" } as const;

/** The twelve periods: what they count, how they stand, until when each level is in time. */
export function PeriodTable({ periods, mayManage, locale }: Props) {
  const t = periodsText[locale];
  return (
    <section aria-label={t.caption} className="table-frame mb-6">
      <table className="table">
        <caption className="sr-only">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.dates}</th>
            <th scope="col">{t.status}</th>
            {REPORTING_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t.deadlines[kind]}
              </th>
            ))}
            {mayManage && <th scope="col">{t.change}</th>}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={periodKey(period)} className="align-top">
              <th scope="row">{formatPeriod(period, locale)}</th>
              <td>{t.span(formatDay(period.firstDay), formatDay(period.lastDay))}</td>
              <td>
                <span className={`chip ${chips[period.status]}`}>{t.statuses[period.status]}</span>
              </td>
              {REPORTING_KINDS.map((kind) => (
                <td key={kind}>
                  <DueDay deadline={period.deadlines[kind]} unknown={t.noDeadline} />
                </td>
              ))}
              {mayManage && (
                <td>
                  <ChangeStatus period={period} locale={locale} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DueDay({ deadline, unknown }: { deadline: Deadline | null; unknown: string }) {
  if (!deadline) return <span className="text-ink-3">{unknown}</span>;
  return (
    <>
      {formatDay(deadline.day)}
      <span className="block text-sm text-ink-3">{deadline.legalVersion}</span>
    </>
  );
}

/** Opened first, then confirmed: no status changes at one press. */
function ChangeStatus({ period, locale }: { period: PeriodSummary; locale: Locale }) {
  const t = periodsText[locale];
  const { year, month, status } = period;
  if (status === "LOCKED") return null;
  const options = PERIOD_STATUSES.filter((each) => each !== status).map((value) => ({
    value,
    label: t.steps[value],
  }));
  const fields: FieldSpec[] = [
    { name: "year", label: "", type: "hidden", value: String(year) },
    { name: "month", label: "", type: "hidden", value: String(month) },
    { name: "status", label: t.to, type: "select", options, hint: t.lockHint },
  ];
  return (
    <details>
      <summary className="text-sm">
        {t.change} <span className="sr-only">{formatPeriod(period, locale)}</span>
      </summary>
      <div className="mt-2 max-w-md">
        <ActionForm
          action={setStatusAction}
          fields={fields}
          submit={t.confirm}
          done={t.changed}
          locale={locale}
        />
      </div>
    </details>
  );
}
