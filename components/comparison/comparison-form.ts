import { measureLinks, periodChoices } from "@/components/leaders/place";
import { type Markup, markup } from "@/components/ui/markup";
import { type Candidate, MOST_COMPARED } from "@/lib/comparisons/types";
import { leadersText } from "@/lib/i18n/leaders";
import { paths } from "@/lib/paths";
import { shortName } from "@/lib/scoreboard/view";
import { type ComparisonDrawing, codesOf, nameOf, textOf, withAgencies } from "./drawing";

/** Period, search and measure as a plain GET form; agencies come and go by links, so the address holds the state. */
export function comparisonForm(drawing: ComparisonDrawing): Markup {
  const { comparison, q, locale } = drawing;
  const t = textOf(drawing);
  const { period, measure } = comparison;
  const agencies = codesOf(drawing).join(",");
  const links = measureLinks(measure, locale, (each) =>
    paths.comparison({ agencies, ...period, measure: each, q }),
  );
  const search = markup`<label class="min-w-56 grow md:max-w-sm"><span class="label text-sm">${t.search}</span><input class="field" type="search" name="q" value="${q}" placeholder="${t.searchHint}" maxlength="80"></label>`;
  return markup`<form action="${paths.comparison()}" aria-label="${leadersText[locale].filters}" class="no-print mb-4 flex flex-wrap items-end gap-3"><input type="hidden" name="agencies" value="${agencies}"><input type="hidden" name="measure" value="${measure}">${periodChoices(period, locale)}${search}<button type="submit" class="button">${leadersText[locale].show}</button>${links}</form>${choosing(drawing)}`;
}

function choosing(drawing: ComparisonDrawing): Markup {
  const { comparison, q } = drawing;
  const t = textOf(drawing);
  const isFull = comparison.chosen.length >= MOST_COMPARED;
  const missing =
    comparison.missing.length > 0
      ? markup`<p class="text-miss" role="status">${t.missing(comparison.missing.join(", "))}</p>`
      : null;
  const found =
    q === ""
      ? null
      : comparison.found.length === 0
        ? markup`<p role="status">${t.notFound(q)}</p>`
        : offers(drawing, t.found, comparison.found);
  const suggested =
    q === "" && comparison.chosen.length < 2 && comparison.suggested.length > 0
      ? offers(drawing, t.suggested, comparison.suggested)
      : null;
  const more = isFull ? markup`<p class="text-sm text-ink-2">${t.full}</p>` : markup`${found}${suggested}`;
  return markup`<div class="mb-5 grid gap-2 no-print">${chosen(drawing)}${missing}${more}</div>`;
}

function chosen(drawing: ComparisonDrawing): Markup | null {
  const codes = codesOf(drawing);
  if (codes.length === 0) return null;
  const t = textOf(drawing);
  const chips = drawing.comparison.chosen.map((each) => {
    const name = nameOf(drawing, each);
    const rest = codes.filter((code) => code !== each.board.root.agency);
    return markup`<li><a class="inline-flex min-h-8 items-center gap-2 rounded-control border border-line bg-card px-3 no-underline hover:border-ink-3" href="${withAgencies(drawing, rest)}"><span class="sr-only">${t.remove("")}</span>${name}<span aria-hidden="true" class="text-ink-2">×</span></a></li>`;
  });
  return markup`<div class="flex flex-wrap items-center gap-2"><p class="text-sm text-ink-2">${t.chosen}:</p><ul class="flex flex-wrap gap-2">${chips}</ul></div>`;
}

function offers(drawing: ComparisonDrawing, title: string, candidates: readonly Candidate[]): Markup {
  const codes = codesOf(drawing);
  const links = candidates.map(({ agency, name }) => {
    const href = withAgencies({ ...drawing, q: "" }, [...codes, agency]);
    return markup`<li><a class="inline-flex min-h-8 items-center gap-1 rounded-control border border-dashed border-ink-3 px-3 no-underline hover:bg-card" href="${href}"><span aria-hidden="true">+</span> ${shortName(name)}</a></li>`;
  });
  return markup`<div class="grid gap-1.5"><p class="text-sm text-ink-2">${title}</p><ul class="flex flex-wrap gap-2">${links}</ul></div>`;
}
