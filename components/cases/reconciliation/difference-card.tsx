import { ReasonForm } from "@/components/cases/reconciliation/reason-form";
import type { Comparison } from "@/lib/cases/comparison/types";
import type { ColumnDifference } from "@/lib/cases/reconciliation/types";
import { formatCount, formatSigned } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formVersionFor } from "@/lib/form/version";
import { caseComparisonText } from "@/lib/i18n/case-comparison";
import { paths } from "@/lib/paths";

type CardProps = { comparison: Comparison; difference: ColumnDifference; locale: Locale };

/** One cell that differs: both figures, the cases that make it, and the reason. */
export function DifferenceCard({ comparison, difference: cell, locale }: CardProps) {
  const t = caseComparisonText[locale];
  const { agency, year, month } = comparison;
  const row = formVersionFor(comparison).columns.find(({ column }) => column === cell.column);
  const unit = t.halves[cell.measure];
  const id = `${cell.measure}-${cell.column}`;
  const difference = cell.difference ?? 0n;
  return (
    <article className="card grid h-full content-start gap-3" aria-labelledby={id}>
      <h3 id={id}>{`${row?.number ?? ""}. ${row?.label[locale] ?? cell.column}, ${unit}`}</h3>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure label={t.typed} text={formatCount(cell.typed ?? 0n, locale)} />
        <Figure label={t.register} text={formatCount(cell.derived, locale)} />
        <Figure label={t.difference} text={`◆ ${formatSigned(difference, locale)}`} tone="text-behind" />
      </dl>
      <Makers cell={cell} locale={locale} />
      <p className="no-print">
        <a className="link text-sm" href={paths.cases({ agency, year, month, column: cell.column })}>
          {t.openCell}
        </a>
      </p>
      <Reason cell={cell} locale={locale} />
      {comparison.mayExplain && (
        <ReasonForm
          key={String(difference)}
          place={{ agency, year, month, measure: cell.measure, column: cell.column }}
          difference={String(difference)}
          isAgain={cell.reason !== null}
          locale={locale}
        />
      )}
    </article>
  );
}

function Figure({ label, text, tone = "" }: { label: string; text: string; tone?: string }) {
  return (
    <div>
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className={`font-semibold tabular-nums ${tone}`}>{text}</dd>
    </div>
  );
}

type CellProps = { cell: ColumnDifference; locale: Locale };

function Makers({ cell, locale }: CellProps) {
  const t = caseComparisonText[locale];
  const rest = `${formatSigned(cell.unexplained, locale)} ${t.halves[cell.measure]}`;
  if (cell.cases.length === 0) return <p className="text-ink-2">{t.noCase}</p>;
  return (
    <div>
      <p className="text-ink-2 text-sm">{t.made}</p>
      <ul className="grid gap-1">
        {cell.cases.map(({ caseId, number, why, cases, money }) => (
          <li key={caseId} className="flex flex-wrap gap-x-3">
            <a className="link font-semibold" href={paths.case(caseId)}>
              {number}
            </a>
            <span>{t.effect(formatSigned(cases, locale), formatSigned(money, locale))}</span>
            <span className="text-ink-2">{t.why[why]}</span>
          </li>
        ))}
      </ul>
      {cell.unexplained !== 0n && <p className="mt-1 text-behind">{t.unexplained(rest)}</p>}
    </div>
  );
}

function Reason({ cell, locale }: CellProps) {
  const t = caseComparisonText[locale];
  if (cell.reason === null) return <p className="text-ink-2">{t.noReason}</p>;
  return (
    <div className="border-line border-l-2 pl-3">
      <p className="whitespace-pre-line break-words">{cell.reason}</p>
      {cell.reasonBy && <p className="text-ink-2 text-sm">{t.by(cell.reasonBy)}</p>}
    </div>
  );
}
