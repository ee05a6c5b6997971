import type { ReactNode } from "react";
import { YearLine } from "@/components/charts/year-line";
import { markup } from "@/components/ui/markup";
import { MarkupTable } from "@/components/ui/markup-table";
import { formatCount, formatDecimal, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import type { Measure, Scoreboard } from "@/lib/scoreboard/types";
import { linePoints, pointsSentence, shortMoney, shortName } from "@/lib/scoreboard/view";
import { VerdictChip } from "./verdict-chip";

type CardProps = { board: Scoreboard; measure: Measure; locale: Locale };

/** One measure of the page's agency: the rate, its verdict, what it is made of, what is missing, and the year's line. */
export function MeasureCard({ board, measure, locale }: CardProps) {
  const t = scoreboardText[locale];
  const standing = board.root[measure];
  const { ratio, target, targetPct, remaining } = standing;
  const { agency } = board.root;
  const proof = paths.proof(agency, board.period.year, board.period.month);
  const amount = (value: bigint) =>
    measure === "cases" ? `${formatCount(value, locale)} ${t.caseUnit}` : shortMoney(value, locale);
  const points = pointsSentence(standing, locale);
  return (
    <section className="card grid content-start gap-3" aria-labelledby={`measure-${measure}`}>
      <h2 id={`measure-${measure}`}>{t.measure[measure]}</h2>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <a href={proof} className="proof font-heading text-4xl font-semibold tracking-tight">
          {ratio ? formatRate(ratio, locale) : "–"}
        </a>
        <VerdictChip standing={standing} locale={locale} />
      </p>
      <Line board={board} measure={measure} locale={locale} />
      <dl className="grid gap-1.5">
        <Fact name={t.completedOfEligible}>
          {ratio ? (
            <a className="proof" href={proof}>
              <span className="whitespace-nowrap">{amount(ratio.numerator)} /</span>{" "}
              <span className="whitespace-nowrap">{amount(ratio.denominator)}</span>
            </a>
          ) : (
            t.noReport
          )}
        </Fact>
        <Fact name={t.target}>
          {target && targetPct
            ? `${t.comparison[target.target.comparison]} ${formatDecimal(targetPct, locale)} %`
            : t.noTarget}
          {target?.inheritedName && (
            <span className="block text-sm font-normal text-ink-2">
              {t.inherited(shortName(target.inheritedName))}
            </span>
          )}
        </Fact>
        {points && <Fact name={t.points}>{points}</Fact>}
        {remaining !== null && (
          <Fact name={t.remaining}>{remaining === 0n ? t.nothingRemaining : `${amount(remaining)}*`}</Fact>
        )}
      </dl>
      {remaining !== null && remaining > 0n && <p className="text-sm text-ink-2">* {t.remainingNote}</p>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right font-semibold tabular-nums">{children}</dd>
    </div>
  );
}

function Line({ board, measure, locale }: CardProps) {
  const t = scoreboardText[locale];
  const points = linePoints(board, measure);
  const { targetPct } = board.root[measure];
  const last = points.at(-1);
  if (!last) return null;
  const rows = points.map(
    ({ month, ratio }) =>
      markup`<tr><th scope="row">${month}</th><td class="number">${formatRate(ratio, locale)}</td></tr>`,
  );
  const table = markup`<table class="table"><thead><tr><th scope="col">${t.month}</th><th scope="col" class="number">${t.columns.rate}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return (
    <figure className="grid gap-1">
      <YearLine
        title={`${t.yearLine[measure]}: ${formatRate(last.ratio, locale)}`}
        points={points}
        target={targetPct === null ? null : Number(targetPct)}
        targetLabel={targetPct && `${formatDecimal(targetPct, locale)} %`}
        lastLabel={formatRate(last.ratio, locale)}
      />
      <figcaption className="text-sm text-ink-2">
        {t.yearLine[measure]}. {targetPct && t.lineNote}
      </figcaption>
      <details className="text-sm">
        <summary className="link min-h-6">{t.lineTable}</summary>
        <MarkupTable label={t.yearLine[measure]} table={table} />
      </details>
    </figure>
  );
}
