import { PageHeader } from "@/components/ui/page-header";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { Scoreboard } from "@/lib/scoreboard/types";
import { formatInstant } from "@/lib/scoreboard/view";

type BoardFactsProps = {
  title: string;
  board: Scoreboard;
  locale: Locale;
  /** The same page as known today, where an earlier day can be asked for. */
  today?: string;
};

/** The finding over a page about one agency, with its period, who reported, how new it is and what marks it carries. */
export function BoardFacts({ title, board: { root, period, knownAt }, locale, today }: BoardFactsProps) {
  const t = scoreboardText[locale];
  const { reported, expected } = root.coverage;
  return (
    <PageHeader title={title}>
      <span>{formatPeriod(period, locale)}</span>
      <span>{t.coverage(formatCount(reported, locale), formatCount(expected, locale))}</span>
      {root.asOf && <span>{t.asOf(formatInstant(root.asOf))}</span>}
      {reported > 0 && reported < expected && (
        <span className="chip chip-behind">◆ {t.missingUnits(formatCount(expected - reported, locale))}</span>
      )}
      {root.illustrative && <span className="chip">{t.illustrative}</span>}
      {root.adjusted && <span className="chip">{t.adjusted}</span>}
      {knownAt && (
        <span className="chip chip-behind">
          ◷ {t.asKnown(formatInstant(knownAt))}{" "}
          {today && (
            <a className="link no-print" href={today}>
              {t.asKnownNow}
            </a>
          )}
        </span>
      )}
    </PageHeader>
  );
}
