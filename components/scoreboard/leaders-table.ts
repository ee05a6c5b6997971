import { type Markup, type MarkupValue, markup } from "@/components/ui/markup";
import { formatCount, formatDecimal, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type ScoreboardText, scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import { type LeaderRow, leaderRows } from "@/lib/scoreboard/leaders/view";
import type { ResultsState, Sort } from "@/lib/scoreboard/schema";
import { type BoardNode, MEASURES, type Measure, type Scoreboard } from "@/lib/scoreboard/types";
import { nodeName } from "@/lib/scoreboard/view";
import { verdictMarkup } from "./verdict-chip";

type Drawing = { board: Scoreboard; state: ResultsState; locale: Locale; t: ScoreboardText };

// A board object lives as long as nothing was written, and what was drawn of it with it.
const drawn = new WeakMap<Scoreboard, Map<string, Markup>>();

/** The leaders' table as markup; drawn once per state while nothing is written. Null when the filter leaves no row. */
export function leadersMarkup(board: Scoreboard, state: ResultsState, locale: Locale): Markup | null {
  const known = drawn.get(board) ?? new Map<string, Markup>();
  drawn.set(board, known);
  const key = JSON.stringify([state, locale]);
  const before = known.get(key);
  if (before) return before;
  const rows = leaderRows(board, state);
  if (rows.length === 0) return null;
  const table = draw({ board, state, locale, t: scoreboardText[locale] }, rows);
  if (known.size < 50) known.set(key, table);
  return table;
}

function draw(drawing: Drawing, rows: readonly LeaderRow[]): Markup {
  const { board, t } = drawing;
  const total = rowMarkup(drawing, { node: board.root, rank: null }, t.total);
  return markup`<table class="${tableLook}"><caption class="sr-only">${t.tableTitle.provinces}</caption>${head(drawing)}<tbody>${rows.map((row) => rowMarkup(drawing, row, null))}</tbody><tfoot>${total}</tfoot></table>`;
}

const tableLook = [
  "table border-separate border-spacing-0 [&_td]:whitespace-nowrap [&_td]:text-right [&_td:has(.chip)]:text-left",
  "[&_thead]:sticky [&_thead]:top-0 [&_thead]:z-20 [&_thead_th]:bg-card [&_thead_th]:align-bottom",
  "[&_.name]:sticky [&_.name]:left-0 [&_.name]:z-10 [&_.name]:bg-card [&_.name]:min-w-36 [&_.name]:max-w-40 md:[&_.name]:min-w-64",
  "[&_tbody_.name]:font-normal [&_tbody_.name]:text-ink [&_tbody_.name]:border-b-line-2 [&_.group]:text-center [&_.start]:border-l [&_.start]:border-l-line",
  "[&_tfoot_th]:text-ink [&_tfoot_td]:font-semibold [&_tfoot_th]:border-t [&_tfoot_td]:border-t [&_tfoot_th]:border-t-line [&_tfoot_td]:border-t-line",
].join(" ");

function head(drawing: Drawing): Markup {
  const { t } = drawing;
  const c = t.columns;
  const columns = (measure: Measure) =>
    markup`<th scope="col" class="number start">${c.completed}</th><th scope="col" class="number">${c.eligible}</th>${sortable(drawing, measure, c.rate)}<th scope="col" class="number">${c.target}</th>${sortable(drawing, `${measure}Points`, c.points)}<th scope="col">${c.verdict}</th>${sortable(drawing, `${measure}Remaining`, c.remaining)}`;
  return markup`<thead><tr>${sortable(drawing, "name", c.name, "name", 2)}<th scope="col" rowspan="2" class="number">${c.rank}</th>${MEASURES.map((measure) => markup`<th scope="colgroup" colspan="7" class="group start">${t.group[measure]}</th>`)}${sortable(drawing, "coverage", c.coverage, "start", 2)}</tr><tr>${MEASURES.map(columns)}</tr></thead>`;
}

function sortable(
  { board, state }: Drawing,
  sort: Sort,
  label: string,
  look = "number",
  rowspan = 1,
): Markup {
  const isSorted = state.sort === sort;
  const first = sort === "name" ? "asc" : "desc";
  const dir = !isSorted ? first : state.dir === "asc" ? "desc" : "asc";
  const href = paths.results({ ...linkState(board, state), sort, dir });
  const order = isSorted ? (state.dir === "asc" ? "ascending" : "descending") : "none";
  const arrow = isSorted ? markup` <span aria-hidden="true">${state.dir === "asc" ? "↑" : "↓"}</span>` : null;
  return markup`<th scope="col" class="${look}" rowspan="${rowspan}" aria-sort="${order}"><a href="${href}">${label}${arrow}</a></th>`;
}

/** The page's state as query parameters, with the agency and period it stands for. */
export function linkState(board: Scoreboard, state: ResultsState) {
  const { year, month } = board.period;
  const { verdict, q, sort, dir, submitted, asOf } = state;
  const order = sort === "cases" && dir === "desc" ? {} : { sort, dir };
  return { year, month, agency: board.root.agency, ...order, verdict, q, submitted, asOf };
}

function rowMarkup(drawing: Drawing, { node, rank }: LeaderRow, total: string | null): Markup {
  const { board, state, locale } = drawing;
  const { year, month } = board.period;
  const proof = paths.proof(node.agency, year, month, { own: node.own ? 1 : undefined, asOf: state.asOf });
  const opens = node.kind === "PROVINCE" && !node.own;
  const href = opens
    ? paths.results({ ...linkState(board, state), agency: node.agency, verdict: undefined, q: undefined })
    : proof;
  const name = total ?? markup`<a class="link" href="${href}">${nodeName(node, locale)}</a>`;
  const { reported, expected } = node.coverage;
  return markup`<tr><th scope="row" class="name">${name}${marks(node, drawing)}</th><td>${rank}</td>${MEASURES.map((measure) => cells(node, measure, proof, drawing))}<td class="start">${reported} / ${expected}</td></tr>`;
}

function marks({ adjusted }: BoardNode, { t }: Drawing): Markup | null {
  return adjusted ? markup` <span class="chip">${t.adjusted}</span>` : null;
}

function cells(node: BoardNode, measure: Measure, proof: string, { locale }: Drawing): Markup {
  const standing = node[measure];
  const { ratio, ratePct, target, targetPct, points, remaining } = standing;
  const amount = (value: bigint) =>
    measure === "cases" ? formatCount(value, locale) : formatThousands(value, locale);
  const decimal = (text: string | null) => (text === null ? "–" : formatDecimal(text, locale));
  const link = (value: MarkupValue, isQuiet: boolean) =>
    markup`<a class="proof" href="${proof}"${isQuiet ? markup` tabindex="-1"` : null}>${value}</a>`;
  const [done, eligible] = ratio
    ? [link(amount(ratio.numerator), true), link(amount(ratio.denominator), true)]
    : ["–", "–"];
  const rate = ratePct === null ? "–" : link(formatDecimal(ratePct, locale), false);
  const plus = points !== null && /^[1-9]|^0\.(?!00)/.test(points) ? "+" : "";
  const given = target?.inheritedFrom ? markup`<i>${decimal(targetPct)}</i>` : decimal(targetPct);
  return markup`<td class="start">${done}</td><td>${eligible}</td><td>${rate}</td><td>${given}</td><td>${plus}${decimal(points)}</td><td>${verdictMarkup(standing, locale)}</td><td>${remaining === null ? "–" : amount(remaining)}</td>`;
}
