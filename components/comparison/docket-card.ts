import { type Segment, stackedBar, swatch } from "@/components/charts/bars";
import { docketLooks } from "@/components/leaders/docket-looks";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import type { Compared } from "@/lib/comparisons/types";
import { docketTitle } from "@/lib/comparisons/view";
import { overviewText } from "@/lib/i18n/overview";
import { docketRows } from "@/lib/overview/tables/view";
import { amountText } from "@/lib/overview/view";
import { type ComparisonDrawing, comparedCard, nameOf, proofOf, textOf } from "./drawing";

/** What every docket is made of as a share of its whole; null where no agency stated the columns. */
export function docketCard(drawing: ComparisonDrawing): Markup | null {
  const { comparison, locale } = drawing;
  const { period, measure, chosen } = comparison;
  const title = docketTitle(comparison, locale);
  if (title === null) return null;
  const rows = docketRows(period, measure);
  const legend = rows.map(({ column, number, label }) => {
    const { tone, strength } = docketLooks[column];
    return markup`<li class="flex items-baseline">${swatch(tone, strength)}<span>${label[locale]} <span class="text-ink-2">(${number})</span></span></li>`;
  });
  const bars = chosen.map((each) => bar(drawing, each, rows));
  return comparedCard(drawing, "docket", {
    title,
    content: markup`<ul class="grid gap-3">${bars}</ul><ul class="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2 xl:grid-cols-3">${legend}</ul>`,
    note: overviewText[locale].docketNote,
    pictures: chosen.map((each) => ({
      id: `docket-${each.board.root.agency}`,
      name: `thanh-phan-${measure}-${each.board.root.agency}-${period.year}-${period.month}`,
      label: nameOf(drawing, each),
    })),
  });
}

function bar(drawing: ComparisonDrawing, each: Compared, rows: ReturnType<typeof docketRows>): Markup {
  const { comparison, locale } = drawing;
  const figures = each.sums?.[comparison.measure] ?? {};
  const total = rows.reduce((sum, { column }) => sum + (figures[column] ?? 0n), 0n);
  const name = nameOf(drawing, each);
  if (total === 0n) return markup`<li>${name}: –</li>`;
  const segments = rows.map(({ column }): Segment => {
    const { tone, strength } = docketLooks[column];
    return { share: Number(((figures[column] ?? 0n) * 10_000n) / total) / 10_000, tone, strength };
  });
  const words = amountText(total, comparison.measure, locale);
  const id = `docket-${each.board.root.agency}`;
  return markup`<li><p class="flex flex-wrap justify-between gap-x-4"><span class="font-semibold">${name}</span><span class="text-sm text-ink-2">${proven(proofOf(drawing, each), words)}</span></p>${stackedBar(id, `${name}: ${textOf(drawing).parts.docket}`, segments)}</li>`;
}
