import { knownOnField, measureLinks, placeChoices, superiorLinks } from "@/components/leaders/place";
import { type Markup, markup } from "@/components/ui/markup";
import { paths } from "@/lib/paths";
import type { Drawing } from "./drawing";

/** Agency and period as a plain GET form, the measure as links: the address holds the state. */
export function periodForm({ overview: { board }, measure, locale, t, asOf }: Drawing): Markup {
  const { root, period } = board;
  const links = measureLinks(measure, locale, (each) =>
    paths.overview({ agency: root.agency, ...period, measure: each, asOf }),
  );
  return markup`<form action="${paths.overview()}" aria-label="${t.filters}" class="no-print mb-5 flex flex-wrap items-end gap-3"><input type="hidden" name="measure" value="${measure}">${placeChoices(board, locale)}${knownOnField(asOf, locale)}<button type="submit" class="button">${t.show}</button>${links}</form>`;
}

/** The way back up. */
export function superiorPath({ overview: { board }, measure, locale, asOf }: Drawing): Markup | null {
  return superiorLinks(board, locale, (agency) => paths.overview({ agency, ...board.period, measure, asOf }));
}

/** What an agency without anybody below leads to: its proof and its form. */
export function unitLinks({ overview, t, asOf }: Drawing): Markup | null {
  const { root, children, period } = overview.board;
  if (children.length > 0) return null;
  const proof = paths.proof(root.agency, period.year, period.month, { asOf });
  const form = paths.entry(root.agency, period.year, period.month);
  return markup`<p class="flex flex-wrap gap-x-6 gap-y-2 no-print"><a class="button" href="${proof}">${t.toProof}</a><a class="button" href="${form}">${t.toForm}</a></p>`;
}
