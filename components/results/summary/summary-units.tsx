import { formatInstant } from "@/components/results/instant";
import { StatusChip } from "@/components/results/progress/status-chip";
import { ExcuseForm } from "@/components/results/summary/excuse-form";
import type { Locale } from "@/lib/core/locale";
import { workText } from "@/lib/i18n/work";
import { paths } from "@/lib/paths";
import type { ProvinceSummaryView, SummaryUnit } from "@/lib/summaries/types";

/** Every unit under the province: approved, excused with a reason, or in the way of the signature. */
export function SummaryUnits({ summary, locale }: { summary: ProvinceSummaryView; locale: Locale }) {
  const t = workText[locale];
  return (
    <section className="card">
      <h2>{t.units}</h2>
      <ul className="mt-1 grid">
        {summary.units.map((unit) => (
          <UnitLine key={unit.agency} unit={unit} summary={summary} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

function UnitLine({
  unit,
  summary,
  locale,
}: {
  unit: SummaryUnit;
  summary: ProvinceSummaryView;
  locale: Locale;
}) {
  const t = workText[locale];
  const { period, may } = summary;
  const isSettled = unit.status === "APPROVED" || unit.status === "LOCKED" || unit.excuse !== null;
  const isSubordinate = unit.agency !== summary.province.code;
  const mayChange = isSubordinate && (unit.excuse ? may.withdraw : may.excuse && !isSettled);
  return (
    <li className="border-b border-line-2 py-2 last:border-0">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <a className="link grow" href={paths.entry(unit.agency, period.year, period.month)}>
          {unit.name}
        </a>
        {unit.excuse && <span className="chip">{`○ ${t.excused}`}</span>}
        <StatusChip status={unit.status} locale={locale} />
      </p>
      {unit.excuse && (
        <p className="text-sm text-ink-2">
          {`${unit.excuse.reason} (${unit.excuse.by.name}, ${formatInstant(unit.excuse.by.at)})`}
        </p>
      )}
      {mayChange && (
        <ExcuseForm
          key={unit.excuse ? "withdraw" : "excuse"}
          reportKey={{ agency: unit.agency, ...period }}
          isExcused={unit.excuse !== null}
          locale={locale}
        />
      )}
    </li>
  );
}
