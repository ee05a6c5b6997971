import { BoardFacts } from "@/components/leaders/facts";
import { placeChoices, superiorLinks } from "@/components/leaders/place";
import { leaderTabs } from "@/components/leaders/tabs";
import { type Markup, markup } from "@/components/ui/markup";
import { MarkupBlock } from "@/components/ui/markup-table";
import type { Locale } from "@/lib/core/locale";
import { leadersText } from "@/lib/i18n/leaders";
import { paths } from "@/lib/paths";
import type { Standings } from "@/lib/standings/types";
import { standingsTitle } from "@/lib/standings/view";
import { standingsCard } from "./standings-card";
import { trackedCard } from "./tracked-card";

type StandingsPageProps = { standings: Standings; locale: Locale };

/** Every indicator of an agency against what is asked of it, each number a link to its proof. */
export function StandingsPage({ standings, locale }: StandingsPageProps) {
  const { board } = standings;
  return (
    <>
      <MarkupBlock content={top(standings, locale)} />
      <BoardFacts title={standingsTitle(standings, locale)} board={board} locale={locale} />
      <MarkupBlock
        content={markup`${standingsCard(standings, locale)}${trackedCard(standings, locale)}`}
        className="grid gap-4"
        key={board.root.agency}
      />
    </>
  );
}

function top({ board }: Standings, locale: Locale): Markup {
  const t = leadersText[locale];
  const { root, period } = board;
  const up = superiorLinks(board, locale, (agency) => paths.indicators({ agency, ...period }));
  const form = markup`<form action="${paths.indicators()}" aria-label="${t.filters}" class="no-print mb-5 flex flex-wrap items-end gap-3">${placeChoices(board, locale)}<button type="submit" class="button">${t.show}</button></form>`;
  return markup`${form}${leaderTabs("indicators", { agency: root.agency, period }, locale)}${up}`;
}
