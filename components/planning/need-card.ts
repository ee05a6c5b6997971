import { type Segment, stackedBar, swatch } from "@/components/charts/bars";
import { figureCard } from "@/components/leaders/figure";
import { card, proven } from "@/components/ui/card";
import { type Markup, type MarkupValue, markup } from "@/components/ui/markup";
import { formatDay } from "@/lib/core/day";
import { formatDecimal, formatRate, formatSigned } from "@/lib/core/format";
import { leadersText } from "@/lib/i18n/leaders";
import { planningText } from "@/lib/i18n/planning";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { amountText } from "@/lib/overview/view";
import { paths } from "@/lib/paths";
import type { MeasurePlan } from "@/lib/planning/types";
import { planRows, weeklySoFar } from "@/lib/planning/view";
import { exportColumns, type PlanDrawing, stateQuery } from "./drawing";

type Made = Extract<MeasurePlan, { kind: "planned" }>;

/** One measure: the least that is missing and by week, or in plain words why nothing is planned. */
export function needCard(drawing: PlanDrawing, made: MeasurePlan): Markup {
  const { basis, plan, locale } = drawing;
  const t = planningText[locale];
  const { measure } = made;
  if (made.kind === "refused") {
    const problems = made.problems.map(({ text }) => markup`<li>${text[locale]}</li>`);
    const why = problems.length > 0 ? markup`<ul class="list-disc pl-5">${problems}</ul>` : null;
    return card(
      measure,
      t.measure[measure],
      markup`<p class="font-semibold">${t.refusals[made.reason]}</p>${why}`,
    );
  }
  const { needed, weekly, isReachable, open } = made.plan;
  const amount = (value: bigint) => amountText(value, measure, locale);
  const head =
    needed === 0n
      ? markup`<p class="font-heading text-3xl font-semibold">${t.nothing}</p>`
      : markup`<p><span class="block text-sm text-ink-2">${t.needed}</span><span class="font-heading text-3xl font-semibold">${amount(needed)}</span><span class="block">${plan.weeks === 0 ? t.noWeek : t.perWeek(amount(weekly[0] ?? 0n), plan.weeks, formatDay(plan.from))}</span></p>`;
  const out = isReachable
    ? null
    : markup`<p class="chip chip-miss !whitespace-normal">▼ ${t.out(amount(open))}</p>`;
  const { root, period } = basis.board;
  const id = `need-${measure}`;
  return figureCard(
    {
      id: measure,
      title: t.measure[measure],
      content: markup`${head}${out}${isReachable ? picture(drawing, made, id) : null}<dl class="grid gap-1.5">${facts(drawing, made)}</dl>`,
      note: t.note,
      numbers: { columns: exportColumns(drawing), rows: planRows(made, locale).slice(0, 1) },
      fileHref: (format) => paths.planExport({ ...stateQuery(drawing), format }),
      pictures: isReachable
        ? [{ id, name: `con-thieu-${measure}-${root.agency}-${period.year}-${period.month}` }]
        : [],
    },
    [root],
    locale,
  );
}

function picture({ locale }: PlanDrawing, made: Made, id: string): Markup | null {
  const t = planningText[locale];
  const { numerator, denominator } = made.supposed?.ratio ?? made.now;
  if (denominator === 0n) return null;
  const share = (amount: bigint) => Number((amount * 10_000n) / denominator) / 10_000;
  const parts: readonly [string, bigint, Segment["tone"], number][] = [
    [t.parts.done, numerator, "met", 1],
    [t.parts.needed, made.plan.needed, "behind", 1],
    [t.parts.rest, made.plan.open - made.plan.needed, "none", 0.45],
  ];
  const segments = parts.map(([, amount, tone, strength]) => ({ share: share(amount), tone, strength }));
  const legend = parts.map(
    ([name, amount, tone, strength]) =>
      markup`<li class="flex items-center whitespace-nowrap">${swatch(tone, strength)}${name} <b class="ml-1">${amountText(amount, made.measure, locale)}</b></li>`,
  );
  return markup`${stackedBar(id, `${t.measure[made.measure]}: ${parts.map(([name]) => name).join(", ")}`, segments)}<ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">${legend}</ul>`;
}

function facts({ basis, locale }: PlanDrawing, { measure, now, supposed, plan }: Made): Markup[] {
  const t = planningText[locale].facts;
  const { root, period } = basis.board;
  const { target, targetPct } = root[measure];
  const amount = (value: bigint) => amountText(value, measure, locale);
  const w = scoreboardText[locale];
  const proof = paths.proof(root.agency, period.year, period.month);
  const change = supposed?.change ?? 0n;
  return [
    fact(
      t.now,
      markup`${proven(proof, formatRate(now, locale))} ${quiet(`${amount(now.numerator)} / ${amount(now.denominator)}`)}`,
    ),
    supposed
      ? fact(
          t.supposed,
          markup`${formatRate(supposed.ratio, locale)} ${quiet(amount(supposed.ratio.denominator))}`,
        )
      : null,
    fact(
      t.target,
      target && targetPct
        ? `${w.comparison[target.target.comparison]} ${formatDecimal(targetPct, locale)} %`
        : leadersText[locale].noData,
    ),
    fact(t.open, amount(plan.open)),
    fact(t.pace, t.paceOf(amount(weeklySoFar(now, period)))),
    supposed && measure === "cases" ? fact(t.change, formatSigned(change, locale)) : null,
    supposed && measure === "money"
      ? fact(t.change, `${change < 0n ? "\u2212" : "+"}${amount(change < 0n ? -change : change)}`)
      : null,
  ].filter((line) => line !== null);
}

function quiet(text: string): Markup {
  return markup`<span class="block text-sm font-normal text-ink-2">${text}</span>`;
}

function fact(name: string, value: MarkupValue): Markup {
  return markup`<div class="flex justify-between gap-4"><dt class="shrink-0 text-ink-2">${name}</dt><dd class="text-right font-semibold tabular-nums">${value}</dd></div>`;
}
