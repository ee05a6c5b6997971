import { type Markup, markup } from "@/components/ui/markup";
import type { Locale } from "@/lib/core/locale";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { Verdict } from "@/lib/metrics/verdict";

const looks: Readonly<Record<Verdict, { shape: string; tone: string }>> = {
  MET: { shape: "▲", tone: "chip chip-met" },
  ON_SCHEDULE: { shape: "●", tone: "chip chip-pace" },
  BEHIND: { shape: "◆", tone: "chip chip-behind" },
  NOT_MET: { shape: "▼", tone: "chip chip-miss" },
  NOT_APPLICABLE: { shape: "–", tone: "chip" },
};

/** What stands instead of a verdict when there is nothing to judge yet. */
type Judged = { verdict: Verdict; ratio: unknown; target: unknown };

/** A verdict as shape, word and colour. */
export function VerdictChip({ standing, locale }: { standing: Judged; locale: Locale }) {
  const { shape, tone } = looks[standing.verdict];
  return (
    <span className={tone}>
      <span aria-hidden="true">{shape}</span> {wordOf(standing, locale)}
    </span>
  );
}

/** The same chip for tables that are sent as markup. */
export function verdictMarkup(standing: Judged, locale: Locale): Markup {
  const { shape, tone } = looks[standing.verdict];
  return markup`<span class="${tone}"><span aria-hidden="true">${shape}</span> ${wordOf(standing, locale)}</span>`;
}

function wordOf({ verdict, ratio, target }: Judged, locale: Locale): string {
  const t = scoreboardText[locale];
  if (ratio === null) return t.noReport;
  return target === null ? t.noTarget : t.verdict[verdict];
}
