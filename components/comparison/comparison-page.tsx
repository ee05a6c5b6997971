import { PictureDownload } from "@/components/overview/picture-download";
import { type Markup, markup } from "@/components/ui/markup";
import { MarkupBlock } from "@/components/ui/markup-table";
import { PageHeader } from "@/components/ui/page-header";
import { SaveView } from "@/components/views/save-view";
import type { Comparison } from "@/lib/comparisons/types";
import { comparisonTitle } from "@/lib/comparisons/view";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { comparisonForm } from "./comparison-form";
import { distanceCard } from "./distance-card";
import { docketCard } from "./docket-card";
import { type ComparisonDrawing, codesOf, textOf, withAgencies } from "./drawing";
import { flowCard } from "./flow-card";
import { trendCard } from "./trend-card";
import { yearsCard } from "./years-card";

type ComparisonPageProps = { comparison: Comparison; q: string; locale: Locale };

/** Agencies side by side: distance, trend, years, docket, flow. */
export function ComparisonPage({ comparison, q, locale }: ComparisonPageProps) {
  const drawing = { comparison, q, locale };
  const roots = comparison.chosen.map(({ board }) => board.root);
  return (
    <>
      <MarkupBlock content={comparisonForm(drawing)} />
      <PageHeader title={comparisonTitle(comparison, locale)}>
        <span>{formatPeriod(comparison.period, locale)}</span>
        {roots.some(({ illustrative }) => illustrative) && (
          <span className="chip">{scoreboardText[locale].illustrative}</span>
        )}
      </PageHeader>
      <MarkupBlock content={body(drawing)} className="grid gap-4" key={codesOf(drawing).join()} />
      {roots.length > 0 && (
        <div className="mt-4">
          <SaveView path={withAgencies({ ...drawing, q: "" }, codesOf(drawing))} locale={locale} />
        </div>
      )}
      <PictureDownload />
    </>
  );
}

function body(drawing: ComparisonDrawing): Markup {
  const { chosen } = drawing.comparison;
  if (chosen.length === 0) return markup`<p class="card">${textOf(drawing).empty}</p>`;
  return markup`${distanceCard(drawing)}${trendCard(drawing)}${yearsCard(drawing)}${docketCard(drawing)}${flowCard(drawing)}`;
}
