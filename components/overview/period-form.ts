import { type Markup, markup } from "@/components/ui/markup";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import { MEASURES } from "@/lib/scoreboard/types";
import { nodeName, shortName } from "@/lib/scoreboard/view";
import type { Drawing } from "./drawing";

const years = Array.from({ length: 18 }, (_, at) => 2027 - at);
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Agency and period as a plain GET form, the measure as links: the address holds the state. */
export function periodForm(drawing: Drawing): Markup {
  const { overview, measure, locale, t } = drawing;
  const { period } = overview.board;
  const w = scoreboardText[locale];
  return markup`<form action="${paths.overview()}" aria-label="${t.filters}" class="no-print mb-5 flex flex-wrap items-end gap-3"><input type="hidden" name="measure" value="${measure}">${choice("agency", t.agency, overview.board.root.agency, agencies(drawing))}${choice(
    "year",
    w.year,
    period.year,
    years.map((year) => [year, String(year)]),
  )}${choice(
    "month",
    w.period,
    period.month,
    months.map((month) => [month, w.months(month)]),
  )}<button type="submit" class="button">${t.show}</button>${measureLinks(drawing)}</form>`;
}

function measureLinks({ overview, measure, t }: Drawing): Markup {
  const { root, period } = overview.board;
  const links = MEASURES.map((each) => {
    const current = each === measure ? markup` aria-current="true"` : null;
    const href = paths.overview({ agency: root.agency, ...period, measure: each });
    return markup`<a class="inline-flex min-h-9 items-center rounded-cell px-3 font-semibold text-ink-2 no-underline hover:text-ink aria-[current]:bg-ink aria-[current]:text-card" href="${href}"${current}>${t.measure[each]}</a>`;
  });
  return markup`<div role="group" aria-label="${t.measureSwitch}" class="ml-auto flex rounded-control border border-line bg-card p-0.5 max-md:ml-0">${links}</div>`;
}

/** Those above, the agency itself and those below, in this order. */
function agencies({ overview, locale }: Drawing): (readonly [string, string])[] {
  const { root, children, superiors } = overview.board;
  const w = scoreboardText[locale];
  const above = superiors.map(({ agency, name }): [string, string] => [
    agency,
    agency === "tc" || agency === "cql" ? w.nation : shortName(name),
  ]);
  const below = children
    .filter(({ own }) => !own)
    .map((node): [string, string] => [node.agency, `\u2003${nodeName(node, locale)}`]);
  return [...above, [root.agency, nodeName(root, locale)], ...below];
}

/** The way back up. */
export function superiorPath({ overview, measure, locale }: Drawing): Markup | null {
  const { superiors, period, root } = overview.board;
  if (superiors.length === 0) return null;
  const w = scoreboardText[locale];
  const steps = superiors.map(({ agency, name }) => {
    const word = agency === "tc" || agency === "cql" ? w.nation : shortName(name);
    return markup`<span><a class="link" href="${paths.overview({ agency, ...period, measure })}">${word}</a> › </span>`;
  });
  return markup`<nav aria-label="${w.path}" class="mb-2 flex flex-wrap gap-x-2 text-sm">${steps}<span class="text-ink-2">${nodeName(root, locale)}</span></nav>`;
}

type Option = readonly [string | number, string];

function choice(name: string, label: string, value: string | number, options: readonly Option[]): Markup {
  const items = options.map(
    ([key, text]) =>
      markup`<option value="${key}"${key === value ? markup` selected` : null}>${text}</option>`,
  );
  return markup`<label class="min-w-0 max-w-full"><span class="label text-sm">${label}</span><select class="field" name="${name}">${items}</select></label>`;
}

/** What an agency without anybody below leads to: its proof and its form. */
export function unitLinks({ overview, t }: Drawing): Markup | null {
  const { root, children, period } = overview.board;
  if (children.length > 0) return null;
  const proof = paths.proof(root.agency, period.year, period.month);
  const form = paths.entry(root.agency, period.year, period.month);
  return markup`<p class="flex flex-wrap gap-x-6 gap-y-2 no-print"><a class="button" href="${proof}">${t.toProof}</a><a class="button" href="${form}">${t.toForm}</a></p>`;
}
