import { BoardFacts } from "@/components/leaders/facts";
import { leaderTabs } from "@/components/leaders/tabs";
import { type Markup, markup } from "@/components/ui/markup";
import { MarkupBlock } from "@/components/ui/markup-table";
import { SaveView } from "@/components/views/save-view";
import { dayOfInstant } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import type { ChartKind, Overview as OverviewData } from "@/lib/overview/types";
import { paths } from "@/lib/paths";
import type { Measure } from "@/lib/scoreboard/types";
import { finding } from "@/lib/scoreboard/view";
import { changes } from "./changes";
import { contributionCard } from "./contributions";
import { docketCard } from "./docket";
import { type Drawing, drawingOf } from "./drawing";
import { funnelCard } from "./funnel";
import { late, signals } from "./late";
import { map } from "./map";
import { measureCard } from "./measure";
import { periodForm, superiorPath, unitLinks } from "./period-form";
import { PictureDownload } from "./picture-download";
import { rankingCard } from "./ranking";
import { strugglerCard } from "./strugglers";

type OverviewProps = {
  overview: OverviewData;
  measure: Measure;
  /** The chart whose numbers are shown as a table. */
  table: ChartKind | undefined;
  locale: Locale;
};

/** The leader's first page: the finding, what changed, both measures, the country, who may miss, and why. */
export function Overview({ overview, measure, table, locale }: OverviewProps) {
  const { board } = overview;
  const { top, body } = drawnOnce(overview, { measure, table, locale });
  return (
    <>
      <MarkupBlock content={top} />
      <BoardFacts
        title={finding(board, locale)}
        board={board}
        locale={locale}
        today={paths.overview({ agency: board.root.agency, ...board.period, measure })}
      />
      <div className="mb-4">
        <SaveView path={addressOf(overview, { measure, table })} locale={locale} />
      </div>
      <MarkupBlock content={body} className="grid gap-4" key={`${board.root.agency}-${measure}`} />
      <PictureDownload />
    </>
  );
}

type Drawn = { top: Markup; body: Markup };
// An overview lives as long as nothing was written, and what was drawn of it with it.
const drawings = new WeakMap<OverviewData, Map<string, Drawn>>();

function drawnOnce(overview: OverviewData, state: Omit<OverviewProps, "overview">): Drawn {
  const known = drawings.get(overview) ?? new Map<string, Drawn>();
  drawings.set(overview, known);
  const key = `${state.measure} ${state.table ?? ""} ${state.locale}`;
  const drawn = known.get(key) ?? draw(drawingOf(overview, state.measure, state.locale, state.table));
  known.set(key, drawn);
  return drawn;
}

function draw(drawing: Drawing): Drawn {
  const { root, period } = drawing.overview.board;
  const place = { agency: root.agency, period, measure: drawing.measure, asOf: drawing.asOf };
  const tabs = leaderTabs("overview", place, drawing.locale);
  const top = markup`${periodForm(drawing)}${tabs}${superiorPath(drawing)}`;
  if (drawing.overview.board.root.coverage.reported === 0) return { top, body: empty(drawing) };
  return { top, body: markup`${unitLinks(drawing)}${changes(drawing)}${layout(drawing)}` };
}

/** The nation has its map beside, a province what moved it, a unit its docket. */
function layout(drawing: Drawing): Markup {
  const { root, children } = drawing.overview.board;
  const cards = markup`<div class="grid gap-4 lg:grid-cols-2">${measureCard(drawing, "cases")}${measureCard(drawing, "money")}</div>`;
  const docket = docketCard(drawing);
  const aside = markup`${late(drawing)}${signals(drawing)}`;
  const [split, funnel] = [contributionCard(drawing), funnelCard(drawing)];
  if (children.length === 0) return beside(cards, markup`${aside}${docket}`);
  const left = markup`${cards}${strugglerCard(drawing)}`;
  if (root.kind !== "GENERAL_DEPARTMENT") {
    return markup`${beside(left, markup`${aside}${split}`)}${rankingCard(drawing)}${pair(docket, funnel)}`;
  }
  const country = beside(markup`${left}${docket}`, markup`${map(drawing)}${aside}`);
  return markup`${country}${pair(split, funnel)}${rankingCard(drawing)}`;
}

function beside(left: Markup, right: Markup): Markup {
  return markup`<div class="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]"><div class="grid min-w-0 gap-4">${left}</div><div class="grid min-w-0 gap-4">${right}</div></div>`;
}

function pair(...cards: readonly (Markup | null)[]): Markup {
  return markup`<div class="grid items-start gap-4 xl:grid-cols-2">${cards.filter((each) => each !== null)}</div>`;
}

function empty(drawing: Drawing): Markup {
  const t = scoreboardText[drawing.locale];
  const newest = paths.overview({ agency: drawing.overview.board.root.agency, asOf: drawing.asOf });
  return markup`<p class="card">${t.empty} <a class="link" href="${newest}">${t.newest}</a></p>${late(drawing)}`;
}

/** The address that shows the same again. */
function addressOf(
  { board: { root, period, knownAt } }: OverviewData,
  state: { measure: Measure; table?: ChartKind | undefined },
): string {
  const asOf = knownAt ? dayOfInstant(knownAt) : undefined;
  return paths.overview({ agency: root.agency, ...period, ...state, asOf });
}
