import { type Markup, markup } from "@/components/ui/markup";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { overviewText } from "@/lib/i18n/overview";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { MEASURES, type Measure, type Scoreboard } from "@/lib/scoreboard/types";
import { nodeName, shortName } from "@/lib/scoreboard/view";

const years = Array.from({ length: 18 }, (_, at) => 2027 - at);
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Agency and period of a leaders' page as fields of its GET form. */
export function placeChoices(board: Scoreboard, locale: Locale): Markup {
  const agency = choice(
    "agency",
    overviewText[locale].agency,
    board.root.agency,
    agencyChoices(board, locale),
  );
  return markup`${agency}${periodChoices(board.period, locale)}`;
}

/** Statistical year and cumulative month as two lists. */
export function periodChoices(period: Period, locale: Locale): Markup {
  const w = scoreboardText[locale];
  return markup`${choice(
    "year",
    w.year,
    period.year,
    years.map((year) => [year, String(year)]),
  )}${choice(
    "month",
    w.period,
    period.month,
    months.map((month) => [month, w.months(month)]),
  )}`;
}

/** The day whose knowledge is shown; empty means today. */
export function knownOnField(asOf: string | undefined, locale: Locale): Markup {
  return markup`<label><span class="label text-sm">${scoreboardText[locale].knownOn}</span><input class="field" type="date" name="asOf" value="${asOf ?? ""}"></label>`;
}

type Option = readonly [string | number, string];

/** A labelled list to choose from. */
export function choice(
  name: string,
  label: string,
  value: string | number,
  options: readonly Option[],
): Markup {
  const items = options.map(
    ([key, text]) =>
      markup`<option value="${key}"${key === value ? markup` selected` : null}>${text}</option>`,
  );
  return markup`<label class="min-w-0 max-w-full"><span class="label text-sm">${label}</span><select class="field" name="${name}">${items}</select></label>`;
}

/** Cases or money as two links, the current one marked. */
export function measureLinks(measure: Measure, locale: Locale, hrefOf: (measure: Measure) => string): Markup {
  const t = overviewText[locale];
  const links = MEASURES.map((each) => {
    const current = each === measure ? markup` aria-current="true"` : null;
    return markup`<a class="inline-flex min-h-9 items-center rounded-cell px-3 font-semibold text-ink-2 no-underline hover:text-ink aria-[current]:bg-ink aria-[current]:text-card" href="${hrefOf(each)}"${current}>${t.measure[each]}</a>`;
  });
  return markup`<div role="group" aria-label="${t.measureSwitch}" class="ml-auto flex rounded-control border border-line bg-card p-0.5 max-md:ml-0">${links}</div>`;
}

/** The way back up, each superior by its page of the same kind. */
export function superiorLinks(
  { superiors, root }: Scoreboard,
  locale: Locale,
  hrefOf: (agency: string) => string,
): Markup | null {
  if (superiors.length === 0) return null;
  const steps = superiors.map(
    ({ agency, name }) =>
      markup`<span><a class="link" href="${hrefOf(agency)}">${superiorName(agency, name, locale)}</a> › </span>`,
  );
  return markup`<nav aria-label="${scoreboardText[locale].path}" class="mb-2 flex flex-wrap gap-x-2 text-sm">${steps}<span class="text-ink-2">${nodeName(root, locale)}</span></nav>`;
}

/** Those above, the agency itself and those below, in this order. */
function agencyChoices({ root, children, superiors }: Scoreboard, locale: Locale): Option[] {
  const above = superiors.map(({ agency, name }): Option => [agency, superiorName(agency, name, locale)]);
  const below = children
    .filter(({ own }) => !own)
    .map((node): Option => [node.agency, `\u2003${nodeName(node, locale)}`]);
  return [...above, [root.agency, nodeName(root, locale)], ...below];
}

function superiorName(agency: string, name: string, locale: Locale): string {
  return agency === "tc" || agency === "cql" ? scoreboardText[locale].nation : shortName(name);
}
