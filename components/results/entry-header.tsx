import { PageHeader } from "@/components/ui/page-header";
import { type Day, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { firstDay, lastDay } from "@/lib/core/period";
import { formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

type HeaderProps = { view: EntryView; today: Day; locale: Locale; title?: string };

/** What this form is: agency, status, period, circular, deadline. */
export function EntryHeader({ view, today, locale, title }: HeaderProps) {
  const t = entryText[locale];
  const { period, deadline } = view;
  const isOpen = view.status === null || view.status === "DRAFT" || view.status === "RETURNED";
  const isLate = deadline !== null && today > deadline;
  return (
    <PageHeader title={title ?? t.title(period.month)}>
      <strong className="text-ink">{view.agency.name}</strong>
      <span className={`chip ${view.status === "RETURNED" ? "chip-miss" : ""}`}>
        {t.status[view.status ?? "NONE"]}
      </span>
      {view.kind === "SUPPLEMENT" && <span className="chip chip-pace">{t.supplement}</span>}
      <span>{`${t.cumulativeFrom(formatDay(firstDay(period.year)))} ${t.until(formatDay(lastDay(period)))}`}</span>
      <span>{t.formOf(formVersion(view.formVersion).legalBasis[locale])}</span>
      {view.illustrative && <span className="chip">{t.illustrative}</span>}
      {deadline && isOpen && (
        <span className={`chip ${isLate ? "chip-miss" : "chip-behind"}`}>
          <span aria-hidden="true">{isLate ? "▼" : "◆"}</span>
          {isLate ? t.late(formatDay(deadline)) : t.deadline(formatDay(deadline))}
        </span>
      )}
    </PageHeader>
  );
}
