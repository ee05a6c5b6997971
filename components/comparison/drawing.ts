import { type Figure, figureCard } from "@/components/leaders/figure";
import type { Markup } from "@/components/ui/markup";
import { comparisonNumbers } from "@/lib/comparisons/tables/view";
import type { Compared, ComparedPart, Comparison } from "@/lib/comparisons/types";
import { comparedName } from "@/lib/comparisons/view";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { comparisonText } from "@/lib/i18n/comparisons";
import { paths } from "@/lib/paths";

/** What every part of the comparison is drawn from. */
export type ComparisonDrawing = { comparison: Comparison; q: string; locale: Locale };

export const textOf = ({ locale }: ComparisonDrawing) => comparisonText[locale];

export function nameOf({ comparison, locale }: ComparisonDrawing, { board }: Compared): string {
  return comparedName(comparison, board.root, locale);
}

/** Where a figure of one of the agencies is proved, in the page's period or another. */
export function proofOf({ comparison }: ComparisonDrawing, { board }: Compared, period?: Period): string {
  const { year, month } = period ?? comparison.period;
  return paths.proof(board.root.agency, year, month);
}

/** The page with other agencies, the rest of its state kept. */
export function withAgencies({ comparison, q }: ComparisonDrawing, agencies: readonly string[]): string {
  const { period, measure } = comparison;
  return paths.comparison({ agencies: agencies.join(","), ...period, measure, q });
}

/** The codes that are compared, in their order. */
export function codesOf({ comparison }: ComparisonDrawing): string[] {
  return comparison.chosen.map(({ board }) => board.root.agency);
}

type Part = Pick<Figure, "title" | "content" | "note"> & Partial<Pick<Figure, "pictures">>;

/** A card of the comparison with its numbers, files, source and as-of date. */
export function comparedCard(drawing: ComparisonDrawing, part: ComparedPart, figure: Part): Markup {
  const { comparison, locale } = drawing;
  const { period, measure, chosen } = comparison;
  const agencies = codesOf(drawing).join(",");
  return figureCard(
    {
      ...figure,
      id: part,
      numbers: comparisonNumbers(part, comparison, locale),
      fileHref: (format) => paths.comparisonExport({ agencies, ...period, measure, part, format }),
    },
    chosen.map(({ board }) => board.root),
    locale,
  );
}
