import { type Markup, markup } from "@/components/ui/markup";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { type LeadersText, leadersText } from "@/lib/i18n/leaders";
import { paths } from "@/lib/paths";
import type { Measure } from "@/lib/scoreboard/types";

/** `asOf` is the earlier day whose knowledge is shown; pages that know no such day open today's. */
type Place = { agency: string; period: Period; measure?: Measure; asOf?: Day | undefined };
type Tab = "overview" | "indicators" | "plan" | "ranking" | "comparison";

/** The leaders' pages about one agency and period, the current one marked. */
export function leaderTabs(current: Tab, { agency, period, measure, asOf }: Place, locale: Locale): Markup {
  const t: LeadersText = leadersText[locale];
  const query = { agency, ...period };
  const pages: readonly (readonly [Tab, string])[] = [
    ["overview", paths.overview({ ...query, measure, asOf })],
    ["indicators", paths.indicators(query)],
    ["plan", paths.plan(query)],
    ["ranking", paths.ranking({ ...query, measure })],
    ["comparison", paths.comparison({ agencies: agency, ...period, measure })],
  ];
  const links = pages.map(([tab, href]) => {
    const mark = tab === current ? markup` aria-current="page"` : null;
    return markup`<a class="inline-flex min-h-9 items-center border-b-2 border-transparent px-1 text-ink-2 no-underline hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-ink" href="${href}"${mark}>${t[tab]}</a>`;
  });
  return markup`<nav aria-label="${t.tabs}" class="no-print mb-5 flex flex-wrap gap-x-5 gap-y-1 border-b border-line">${links}</nav>`;
}
