import { formatInstant } from "@/components/results/instant";
import { ReturnedNotice } from "@/components/results/returned-notice";
import { SumTable } from "@/components/results/summary/sum-table";
import { SummaryDecision } from "@/components/results/summary/summary-decision";
import { SummaryUnits } from "@/components/results/summary/summary-units";
import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import { workText } from "@/lib/i18n/work";
import type { ProvinceSummaryView } from "@/lib/summaries/types";

const tones = { SIGNED: "chip-pace", ACCEPTED: "chip-met", RETURNED: "chip-miss" } as const;

/** The province's summary: computed, then signed and accepted. */
export function SummaryBoard({ summary, locale }: { summary: ProvinceSummaryView; locale: Locale }) {
  const t = workText[locale];
  const { province, period, status, units } = summary;
  const settled = units.filter(
    ({ status: of, excuse }) => of === "APPROVED" || of === "LOCKED" || excuse !== null,
  ).length;
  return (
    <>
      <PageHeader title={t.summaryTitle(period.month)}>
        <strong className="text-ink">{province.name}</strong>
        <span>{`${t.year} ${period.year}`}</span>
        <span className={`chip ${status ? tones[status] : ""}`}>{t.summaryStatus[status ?? "OPEN"]}</span>
        {summary.isAdjusted && <span className="chip chip-behind">{`◆ ${entryText[locale].adjusted}`}</span>}
      </PageHeader>
      {summary.returned && (
        <ReturnedNotice title={t.summaryReturned} returned={summary.returned} locale={locale} />
      )}
      <div className="grid gap-5">
        <section className="card grid gap-3">
          <h2>{t.summaryReady(settled, units.length)}</h2>
          <p className="text-ink-2">{t.summaryLead}</p>
          {!summary.isComplete && <p className="text-behind">{`◆ ${t.summaryNotReady}`}</p>}
          {summary.signed && <p>{t.signedBy(summary.signed.name, formatInstant(summary.signed.at))}</p>}
          {summary.accepted && (
            <p>{t.acceptedBy(summary.accepted.name, formatInstant(summary.accepted.at))}</p>
          )}
          <SummaryDecision
            reportKey={{ agency: province.code, ...period }}
            version={summary.version}
            may={summary.may}
            locale={locale}
          />
        </section>
        <SummaryUnits summary={summary} locale={locale} />
        <SumTable summary={summary} locale={locale} />
      </div>
    </>
  );
}
