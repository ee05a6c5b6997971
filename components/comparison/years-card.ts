import { yearsChart } from "@/components/charts/years-chart";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { comparedYears, ratioIn } from "@/lib/comparisons/rules";
import type { Compared } from "@/lib/comparisons/types";
import { yearsTitle } from "@/lib/comparisons/view";
import { overviewText } from "@/lib/i18n/overview";
import { drawn, rateCell } from "@/lib/overview/view";
import { type ComparisonDrawing, comparedCard, nameOf, proofOf, textOf } from "./drawing";

/** The same months of the latest years, each agency a line, each figure with its proof in the table below. */
export function yearsCard(drawing: ComparisonDrawing): Markup {
  const { comparison, locale } = drawing;
  const { period, measure, chosen } = comparison;
  const t = textOf(drawing);
  const years = comparedYears(period);
  const title = yearsTitle(comparison, locale);
  const lines = chosen.map((each) => ({
    name: nameOf(drawing, each),
    values: years.flatMap((year) => {
      const percent = drawn(ratioIn(each, { year, month: period.month }));
      return percent === null ? [] : [{ year, percent }];
    }),
  }));
  const chart = yearsChart({
    ...{ id: "years-picture", label: title, years },
    lines: lines.filter(({ values }) => values.length > 0),
  });
  const heads = years.map((year) => markup`<th scope="col" class="number">${year} %</th>`);
  const rows = chosen.map((each) => row(drawing, each, years));
  const { frame } = overviewText[locale];
  return comparedCard(drawing, "years", {
    title,
    content: markup`<div class="table-frame overflow-x-auto" tabindex="0" role="region" aria-label="${frame.chart}: ${title}">${chart}</div><div class="table-frame overflow-x-auto" tabindex="0" role="region" aria-label="${frame.table}: ${title}"><table class="table"><thead><tr><th scope="col">${t.columns.name}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`,
    note: t.yearsNote,
    pictures: [{ id: "years-picture", name: `cung-ky-${measure}-${period.year}-${period.month}` }],
  });
}

function row(drawing: ComparisonDrawing, each: Compared, years: readonly number[]): Markup {
  const { comparison, locale } = drawing;
  const { month } = comparison.period;
  const cells = years.map((year) => {
    const ratio = ratioIn(each, { year, month });
    const text = rateCell(ratio, locale);
    // An earlier year on another map has no proof of its own under this agency's code.
    const isOwn = year === comparison.period.year;
    return markup`<td class="number">${ratio && isOwn ? proven(proofOf(drawing, each), text) : text}</td>`;
  });
  return markup`<tr><th scope="row" class="min-w-32 !font-normal">${nameOf(drawing, each)}</th>${cells}</tr>`;
}
