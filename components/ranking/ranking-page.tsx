import { BoardFacts } from "@/components/leaders/facts";
import { choice, measureLinks, placeChoices, superiorLinks } from "@/components/leaders/place";
import { leaderTabs } from "@/components/leaders/tabs";
import { type Markup, markup } from "@/components/ui/markup";
import { MarkupBlock } from "@/components/ui/markup-table";
import type { Locale } from "@/lib/core/locale";
import { leadersText } from "@/lib/i18n/leaders";
import { rankingText } from "@/lib/i18n/rankings";
import { RATE_DEFINITIONS } from "@/lib/metrics/definitions";
import { paths } from "@/lib/paths";
import { OTHER_DEFINITIONS, type RankingState } from "@/lib/rankings/schema";
import type { RankedAgency } from "@/lib/rankings/types";
import { rankingTitle } from "@/lib/rankings/view";
import type { Scoreboard } from "@/lib/scoreboard/types";
import { rankingCard } from "./ranking-card";

type RankingPageProps = {
  board: Scoreboard;
  ranked: readonly RankedAgency[];
  state: RankingState;
  locale: Locale;
};

/** Those below in order, how sure each place is, by a second definition too, and which grades the targets leave open. */
export function RankingPage({ board, ranked, state, locale }: RankingPageProps) {
  const title = rankingTitle(board, ranked, state.measure, locale);
  const card = board.children.length === 0 ? markup`` : rankingCard({ board, ranked, state, locale });
  return (
    <>
      <MarkupBlock content={top({ board, ranked, state, locale })} />
      <BoardFacts title={title} board={board} locale={locale} />
      <MarkupBlock content={card} key={`${board.root.agency}-${state.measure}`} />
    </>
  );
}

const leasts = [1, 10, 30, 50, 100, 300, 1000];

function top({ board, state, locale }: RankingPageProps): Markup {
  const [t, r] = [leadersText[locale], rankingText[locale]];
  const { root, period } = board;
  const { measure, min, other } = state;
  const kept = { agency: root.agency, ...period, min, other };
  const links = measureLinks(measure, locale, (each) => paths.ranking({ ...kept, measure: each }));
  const definitions = OTHER_DEFINITIONS.map((id): [string, string] => [
    id,
    RATE_DEFINITIONS.find((each) => each.id === id)?.label[locale] ?? id,
  ]);
  const leastsShown = [...new Set([...leasts, min])].sort((a, b) => a - b);
  const least = choice(
    "min",
    r.min,
    min,
    leastsShown.map((each) => [each, `${each}`]),
  );
  const second = choice("other", r.other, other ?? "", [["", r.noOther], ...definitions]);
  const form = markup`<form action="${paths.ranking()}" aria-label="${t.filters}" class="no-print mb-5 flex flex-wrap items-end gap-3"><input type="hidden" name="measure" value="${measure}">${placeChoices(board, locale)}${least}${second}<button type="submit" class="button">${t.show}</button>${links}</form>`;
  const up = superiorLinks(board, locale, (agency) => paths.ranking({ ...kept, agency, measure }));
  return markup`${form}${leaderTabs("ranking", { agency: root.agency, period, measure }, locale)}${up}`;
}
