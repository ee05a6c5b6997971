import { lineChart } from "@/components/charts/line-chart";
import { verdictMarkup } from "@/components/scoreboard/verdict-chip";
import { card, proven } from "@/components/ui/card";
import { type Markup, type MarkupValue, markup } from "@/components/ui/markup";
import { formatCount, formatDecimal, formatPoints, formatRate, formatSigned } from "@/lib/core/format";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { fractionOf, minus, times } from "@/lib/metrics/fractions";
import { targetRate } from "@/lib/metrics/target";
import { yearOverYear } from "@/lib/metrics/year-over-year";
import { dueBy, lag } from "@/lib/overview/findings/rules";
import { isComparable } from "@/lib/overview/rules";
import { amountText, chanceText, drawn, drawnFraction, fractionRate, shareText } from "@/lib/overview/view";
import type { Measure, YearPoint } from "@/lib/scoreboard/types";
import { pointsSentence, shortName } from "@/lib/scoreboard/view";
import { chartFoot, type Drawing, proofHref } from "./drawing";

/** One measure of the page's agency: the rate, its verdict, its year, and what it takes and promises. */
export function measureCard(base: Drawing, measure: Measure): Markup {
  const drawing = { ...base, measure };
  const { overview, locale, t } = drawing;
  const { root } = overview.board;
  const standing = root[measure];
  const title = scoreboardText[locale].measure[measure];
  const rate = standing.ratio ? formatRate(standing.ratio, locale) : "–";
  const head = markup`<p class="flex flex-wrap items-center justify-between gap-2"><a href="${proofHref(drawing, root)}" class="proof font-heading text-4xl font-semibold tracking-tight">${rate}</a>${verdictMarkup(standing, locale)}</p>`;
  const pictureId = `trend-${measure}`;
  const foot = chartFoot(drawing, { kind: "trend", title: t.trendTitle[measure], pictureId });
  const notes = markup`<p class="text-xs text-ink-2">${standing.remaining ? t.remainingNote : null} ${calibration(drawing)} ${trendNote(drawing)}</p>`;
  return card(
    measure,
    title,
    markup`${head}${trend(drawing, pictureId)}<dl class="grid gap-1.5">${facts(drawing)}</dl>${notes}${foot}`,
  );
}

function trendNote({ overview, measure, t }: Drawing): string {
  const forecast = overview.forecasts[measure];
  const { month } = overview.board.period;
  return [
    t.trendNote.target,
    overview.yearLineBefore.length > 1 ? t.trendNote.before : "",
    forecast.kind === "forecast" && month < 12 ? t.trendNote.forecast : "",
  ].join(" ");
}

function trend({ overview, measure, locale, t }: Drawing, id: string): Markup | null {
  const { board, yearLine, yearLineBefore } = overview;
  const { target, targetPct, ratio } = board.root[measure];
  const current = valuesOf(
    yearLine.filter(({ month }) => month <= board.period.month),
    measure,
  );
  const asked = target && targetRate(target.target);
  const forecast = overview.forecasts[measure];
  if (current.length === 0) return null;
  const isAhead = forecast.kind === "forecast" && forecast.method !== "final";
  return lineChart({
    id,
    label: `${t.trendTitle[measure]}: ${formatRate(ratio, locale)}`,
    months: [1, 3, 6, 9, 12],
    current,
    before: valuesOf(yearLineBefore, measure),
    beforeName: String(board.period.year - 1),
    lastLabel: formatRate(ratio, locale),
    target:
      asked && targetPct
        ? { percent: drawnFraction(asked), label: `${formatDecimal(targetPct, locale)} %` }
        : null,
    outlook: isAhead
      ? {
          point: forecast.point * 100,
          low: forecast.interval.low * 100,
          high: forecast.interval.high * 100,
          label: shareText(forecast.point, locale),
        }
      : null,
  });
}

function valuesOf(line: readonly YearPoint[], measure: Measure) {
  return line.flatMap((point) => {
    const percent = drawn(point[measure]);
    return percent === null ? [] : [{ month: point.month, percent }];
  });
}

function facts(drawing: Drawing): Markup[] {
  const { overview, measure, locale, t } = drawing;
  const w = scoreboardText[locale];
  const { root } = overview.board;
  const standing = root[measure];
  const { ratio, target, targetPct, remaining } = standing;
  const amount = (value: bigint) => amountText(value, measure, locale);
  const points = pointsSentence(standing, locale);
  const inherited = target?.inheritedName
    ? markup`<span class="block text-sm font-normal text-ink-2">${w.inherited(shortName(target.inheritedName))}</span>`
    : null;
  return [
    fact(
      t.facts.completed,
      ratio
        ? proven(
            proofHref(drawing, root),
            markup`<span class="whitespace-nowrap">${amount(ratio.numerator)} /</span> <span class="whitespace-nowrap">${amount(ratio.denominator)}</span>`,
          )
        : w.noReport,
    ),
    fact(
      t.facts.target,
      target && targetPct
        ? markup`${w.comparison[target.target.comparison]} ${formatDecimal(targetPct, locale)} %${inherited}`
        : w.noTarget,
    ),
    points ? fact(t.facts.points, points) : null,
    ...paceFacts(drawing),
    yearFact(drawing),
    remaining === null
      ? null
      : fact(t.facts.remaining, remaining === 0n ? w.nothingRemaining : `${amount(remaining)}*`),
    ...forecastFacts(drawing),
  ].filter((line) => line !== null);
}

function paceFacts({ overview, measure, locale, t }: Drawing): (Markup | null)[] {
  const { month } = overview.board.period;
  const standing = overview.board.root[measure];
  const [due, behind] = [dueBy(standing, month), lag(standing, month)];
  if (due === null || behind === null || month === 12) return [];
  const { share, years } = overview.season[measure];
  const asked = standing.target && targetRate(standing.target.target);
  const rate = standing.ratio && fractionOf(standing.ratio);
  const season = share && asked && times(asked, share);
  const away = (points: string) => markup` <span class="font-normal text-ink-2">(${points} ${t.pp})</span>`;
  return [
    fact(t.facts.linear(month), markup`${fractionRate(due, locale)}${away(formatPoints(behind, locale))}`),
    fact(
      t.facts.seasonal,
      season && rate
        ? markup`${fractionRate(season, locale)}${away(formatPoints(minus(rate, season), locale))}<span class="block text-sm font-normal text-ink-2">${t.seasonBasis(years)}</span>`
        : quiet(t.noSeason),
    ),
  ];
}

function yearFact(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const { root, period } = overview.board;
  const now = root[measure].ratio;
  const { yearBefore } = overview;
  const then = yearBefore?.whole[measure] ?? null;
  const title = t.facts.yearBefore(period.year - 1);
  if (now === null) return null;
  if (yearBefore === null || then === null) return fact(title, quiet(t.noYearBefore));
  const coverage = [yearBefore.reported, yearBefore.expected].map((n) => formatCount(n, locale));
  if (!isComparable(yearBefore)) return fact(title, quiet(t.fewYearBefore(coverage.join(" / "))));
  const { points, completed } = yearOverYear(now, then);
  const more =
    measure === "cases"
      ? `${formatSigned(completed, locale)} ${t.unit.cases}`
      : `${completed < 0n ? "−" : "+"}${amountText(completed < 0n ? -completed : completed, measure, locale)}`;
  const amounts = isComparable(root.coverage)
    ? markup`<span class="block text-sm font-normal text-ink-2">${t.columns.completed} ${more}</span>`
    : null;
  const proof = proofHref(drawing, root, { year: period.year - 1, month: period.month });
  return fact(
    title,
    markup`${proven(proof, formatRate(then, locale))}${points ? markup` <span class="whitespace-nowrap">(${formatPoints(points, locale)} ${t.pp})</span>` : null}${amounts}`,
  );
}

function forecastFacts({ overview, measure, locale, t }: Drawing): Markup[] {
  const forecast = overview.forecasts[measure];
  if (overview.board.period.month === 12) return [];
  if (forecast.kind === "refusal") return [fact(t.facts.forecast, quiet(forecast.text[locale]))];
  const { low, high } = forecast.interval;
  const range = t.interval(shareText(low, locale), shareText(high, locale));
  const lines = [
    fact(
      t.facts.forecast,
      markup`${shareText(forecast.point, locale)}<span class="block text-sm font-normal text-ink-2">${range}</span>`,
    ),
  ];
  if (forecast.probability === null) return lines;
  return [...lines, fact(t.facts.probability, chanceText(forecast.probability, locale))];
}

function calibration({ overview, measure, locale, t }: Drawing): string | null {
  const forecast = overview.forecasts[measure];
  if (forecast.kind !== "forecast" || forecast.calibration === null) return null;
  const { covered, forecasts, years } = forecast.calibration;
  return t.calibration(formatCount(covered, locale), formatCount(forecasts, locale), years);
}

function quiet(text: string): Markup {
  return markup`<span class="font-normal text-ink-2">${text}</span>`;
}

function fact(name: string, value: MarkupValue): Markup {
  return markup`<div class="flex justify-between gap-4"><dt class="text-ink-2 shrink-0">${name}</dt><dd class="text-right font-semibold tabular-nums">${value}</dd></div>`;
}
