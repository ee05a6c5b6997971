import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { MEASURE_LABELS } from "@/lib/form/labels";
import { formVersion } from "@/lib/form/version";
import { proofText } from "@/lib/i18n/proof";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import { personName } from "@/lib/results/people/view";
import type { Deed, ProvenRevision, ProvenUnit } from "@/lib/scoreboard/proof/types";
import { type BoardNode, MEASURES, type Measure, type Scoreboard } from "@/lib/scoreboard/types";
import { formatInstant, nodeName } from "@/lib/scoreboard/view";

const look =
  "table [&_tbody_th]:min-w-48 [&_tbody_th]:font-normal [&_tbody_th]:border-b-line-2 [&_td]:align-top [&_th]:align-top";

/** What the nation's number is made of: every province with numerator and denominator. */
export function nodesMarkup({ children, period }: Scoreboard, locale: Locale): Markup {
  const { columns, coverage } = wordsOf(locale);
  const rows = children.map(
    (node) =>
      markup`<tr><th scope="row"><a class="link" href="${paths.proof(node.agency, period.year, period.month)}">${nodeName(node, locale)}</a></th>${MEASURES.map((measure) => ratioCells(node[measure].ratio, locale))}<td class="number">${node.coverage.reported} / ${node.coverage.expected}</td></tr>`,
  );
  return table(
    markup`<th scope="col" rowspan="2">${columns.name}</th>${groups(locale)}<th scope="col" rowspan="2">${coverage}</th>`,
    locale,
    rows,
  );
}

/** What a province's number is made of: every unit's form, with who and when. */
export function unitsMarkup(units: readonly ProvenUnit[], period: Period, locale: Locale): Markup {
  const t = scoreboardText[locale];
  const p = proofText[locale];
  const rows = units.map(({ agency, name, own, current }) => {
    const label = nodeName({ kind: "PROVINCE", name, own }, locale);
    const href = paths.proof(agency, period.year, period.month, own ? { own: 1 } : {});
    const status = current ? p.statuses[current.status] : p.statuses.none;
    return markup`<tr><th scope="row"><a class="link" href="${href}">${label}</a></th>${MEASURES.map((measure) => ratioCells(totalsOf(current, measure), locale))}<td class="whitespace-nowrap">${status}</td><td class="number">${current?.revision ?? "–"}</td>${deeds(current, locale)}</tr>`;
  });
  const tail = [p.status, p.revision, p.entered, p.submitted, p.approved].map(
    (name) => markup`<th scope="col" rowspan="2">${name}</th>`,
  );
  return table(
    markup`<th scope="col" rowspan="2">${t.columns.name}</th>${groups(locale)}${tail}`,
    locale,
    rows,
  );
}

/** The form itself: every column, việc and tiền side by side. */
export function columnsMarkup(shown: ProvenRevision, locale: Locale): Markup {
  const t = scoreboardText[locale];
  const p = proofText[locale];
  const value = (amount: bigint | undefined) => (amount === undefined ? "–" : formatCount(amount, locale));
  const rows = formVersion(shown.formVersion).columns.map(
    ({ column, number, label, kind }) =>
      markup`<tr><td>${number}</td><th scope="row">${kind === "derived" ? markup`<b class="text-ink">${label[locale]}</b>` : label[locale]}</th>${MEASURES.map((measure) => markup`<td class="number">${value(shown.columns[measure][column])}</td>`)}</tr>`,
  );
  return markup`<table class="${look}"><thead><tr><th scope="col">#</th><th scope="col">${p.column}</th>${MEASURES.map((measure) => markup`<th scope="col" class="number">${MEASURE_LABELS[measure][locale]} (${t.unit[measure]})</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** Every revision that was approved once, newest first, each with its numbers, its reason, and its people. */
export function revisionsMarkup(
  node: BoardNode,
  revisions: readonly ProvenRevision[],
  period: Period,
  locale: Locale,
): Markup {
  const p = proofText[locale];
  const rows = revisions.map((each) => {
    const href = paths.proof(node.agency, period.year, period.month, {
      revision: each.revision,
      own: node.own ? 1 : undefined,
    });
    return markup`<tr><th scope="row"><a class="link" href="${href}">${p.revision} ${each.revision}</a>, ${p.kinds[each.kind]}</th>${MEASURES.map((measure) => ratioCells(totalsOf(each, measure), locale))}<td>${p.statuses[each.status]}</td><td class="min-w-40">${each.reason ?? "–"}</td>${deeds(each, locale)}</tr>`;
  });
  const tail = [p.status, p.reason, p.entered, p.submitted, p.approved].map(
    (name) => markup`<th scope="col" rowspan="2">${name}</th>`,
  );
  return table(markup`<th scope="col" rowspan="2">${p.revision}</th>${groups(locale)}${tail}`, locale, rows);
}

function wordsOf(locale: Locale) {
  const { columns } = scoreboardText[locale];
  return { columns, coverage: columns.coverage };
}

function groups(locale: Locale): Markup[] {
  const t = scoreboardText[locale];
  return MEASURES.map(
    (measure) =>
      markup`<th scope="colgroup" colspan="3">${MEASURE_LABELS[measure][locale]} (${t.unit[measure]})</th>`,
  );
}

function table(first: Markup, locale: Locale, rows: readonly Markup[]): Markup {
  const { columns } = scoreboardText[locale];
  const second = MEASURES.map(
    () =>
      markup`<th scope="col" class="number">${columns.completed}</th><th scope="col" class="number">${columns.eligible}</th><th scope="col" class="number">${columns.rate}</th>`,
  );
  return markup`<table class="${look}"><thead><tr>${first}</tr><tr>${second}</tr></thead><tbody>${rows}</tbody></table>`;
}

function totalsOf(revision: ProvenRevision | null, measure: Measure): Ratio | null {
  const totals = revision?.totals[measure];
  return totals ? { numerator: totals.completed, denominator: totals.eligible } : null;
}

function ratioCells(ratio: Ratio | null, locale: Locale): Markup {
  if (!ratio) return markup`<td class="number">–</td><td class="number">–</td><td class="number">–</td>`;
  const [done, eligible] = [ratio.numerator, ratio.denominator].map((value) => formatCount(value, locale));
  return markup`<td class="number">${done ?? ""}</td><td class="number">${eligible ?? ""}</td><td class="number">${formatRate(ratio, locale)}</td>`;
}

function deeds(revision: ProvenRevision | null, locale: Locale): Markup[] {
  const written = (deed: Deed | null | undefined) =>
    deed
      ? markup`<td class="min-w-36">${personName(deed.name, locale)}<br><span class="whitespace-nowrap">${formatInstant(deed.at)}</span></td>`
      : markup`<td>–</td>`;
  return [written(revision?.entered), written(revision?.submitted), written(revision?.approved)];
}
