import { card } from "@/components/ui/card";
import { type Markup, type MarkupValue, markup } from "@/components/ui/markup";
import type { Locale } from "@/lib/core/locale";
import type { ExportTable } from "@/lib/exports/types";
import { leadersText } from "@/lib/i18n/leaders";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { BoardNode } from "@/lib/scoreboard/types";
import { formatInstant } from "@/lib/scoreboard/view";
import { foldedNumbers } from "./numbers";

/** A picture that may be taken away as PNG: its id on the page, its file name and, beside others, whose it is. */
export type Picture = { id: string; name: string; label?: string };

export type Figure = {
  id: string;
  title: string;
  content: MarkupValue;
  /** How to read it. */
  note: MarkupValue;
  /** The same numbers as a table; null where the content is that table. */
  numbers: Pick<ExportTable, "columns" | "rows"> | null;
  /** The address of the numbers as a file. */
  fileHref: (format: "csv" | "xlsx") => string;
  pictures?: readonly Picture[];
  look?: string;
};

/** A finding with what shows it, how to read it, its source and as-of date, its numbers and the ways to take them. */
export function figureCard(figure: Figure, nodes: readonly BoardNode[], locale: Locale): Markup {
  const t = leadersText[locale];
  const table =
    figure.numbers && foldedNumbers(figure.numbers, { label: t.table, title: figure.title }, locale);
  const pictures = (figure.pictures ?? []).map(
    ({ id, name, label }) =>
      markup`<button type="button" class="link cursor-pointer" data-picture="${id}" data-name="${name}">PNG${label ? `: ${label}` : ""}</button>`,
  );
  const files = markup`<span class="flex flex-wrap items-baseline gap-x-3 gap-y-1"><a class="link inline-block min-h-6" href="${figure.fileHref("csv")}">${t.csv}</a><a class="link inline-block min-h-6" href="${figure.fileHref("xlsx")}">${t.excel}</a>${pictures}</span>`;
  const foot = markup`${sourceOf(nodes, locale)}<div class="no-print flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">${table}${files}</div>`;
  return card(
    figure.id,
    figure.title,
    markup`${figure.content}<div class="text-sm text-ink-2">${figure.note}</div>${foot}`,
    figure.look,
  );
}

/** Where figures come from, how new the newest is, and whether some are illustrative. */
export function sourceOf(nodes: readonly BoardNode[], locale: Locale): Markup {
  const w = scoreboardText[locale];
  const [newest] = nodes.flatMap(({ asOf }) => asOf ?? []).sort((a, b) => b.getTime() - a.getTime());
  const asOf = newest ? `${w.asOf(formatInstant(newest))}.` : "";
  const mark = nodes.some(({ illustrative }) => illustrative) ? `${w.illustrative}.` : "";
  return markup`<p class="text-xs text-ink-2">${leadersText[locale].source} ${asOf} ${mark}</p>`;
}
