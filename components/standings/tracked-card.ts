import { card } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import type { Locale } from "@/lib/core/locale";
import { standingsText } from "@/lib/i18n/standings";
import { findIndicator } from "@/lib/indicators/rules";
import { paths } from "@/lib/paths";
import type { Standings, TrackedLine } from "@/lib/standings/types";

/** What the year's set follows without a number: its wording, and no verdict. */
export function trackedCard({ tracked, period }: Standings, locale: Locale): Markup {
  const t = standingsText[locale];
  const link = markup`<p class="no-print"><a class="link text-sm" href="${paths.targetSet(period.year)}">${t.toSet}</a></p>`;
  if (tracked.length === 0) return card("tracked", t.tracked, markup`<p>${t.noTracked}</p>`);
  const lines = tracked.map((line) => item(line, locale));
  return card(
    "tracked",
    t.tracked,
    markup`<ul class="grid gap-x-8 gap-y-3 md:grid-cols-2">${lines}</ul><p class="text-sm text-ink-2">${t.trackedNote}</p>${link}`,
  );
}

function item({ indicator, wording, scope }: TrackedLine, locale: Locale): Markup {
  const name = findIndicator(indicator)?.name[locale] ?? indicator;
  const quote = wording ? markup`<span lang="vi">${wording}</span>` : null;
  return markup`<li><p class="font-semibold">${name}</p><p class="text-sm text-ink-2">${quote} ${scope ? markup`<span lang="vi">(${scope})</span>` : null}</p></li>`;
}
