import type { ComparisonSummary } from "@/lib/cases/comparison/types";
import type { Locale } from "@/lib/core/locale";
import { caseComparisonText } from "@/lib/i18n/case-comparison";
import { paths } from "@/lib/paths";

type CardProps = {
  summary: ComparisonSummary | null;
  place: { agency: string; year: number; month: number };
  locale: Locale;
};

/** What an approver is told about the register before deciding; nothing where there is no register. */
export function ComparisonCard({ summary, place, locale }: CardProps) {
  if (summary === null) return null;
  const t = caseComparisonText[locale];
  const { differences, withoutReason } = summary;
  return (
    <section className="card grid gap-1" aria-labelledby="comparison">
      <h2 id="comparison">{t.cardTitle}</h2>
      <p className={differences === 0 ? "text-met" : "text-behind"}>
        {differences === 0 ? t.cardSame : t.cardDiffers(differences, withoutReason)}
      </p>
      <p className="no-print">
        <a className="link" href={paths.reconciliation(place.agency, place.year, place.month)}>
          {t.cardOpen}
        </a>
      </p>
    </section>
  );
}
