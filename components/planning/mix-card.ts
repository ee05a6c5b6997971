import { differenceBar } from "@/components/charts/bars";
import { figureCard } from "@/components/leaders/figure";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatThousands } from "@/lib/core/format";
import { leadersText } from "@/lib/i18n/leaders";
import { overviewText } from "@/lib/i18n/overview";
import { planningText } from "@/lib/i18n/planning";
import { amountText, rateCell, shortPlace } from "@/lib/overview/view";
import { paths } from "@/lib/paths";
import type { MeasurePlan, MixShare } from "@/lib/planning/types";
import { busiest, openOf, ownWord, planRows } from "@/lib/planning/view";
import type { Measure } from "@/lib/scoreboard/types";
import { exportColumns, type PlanDrawing, stateQuery } from "./drawing";

/** Who below should complete how much, cheapest first; null where nobody is below or nothing is planned. */
export function mixCard(drawing: PlanDrawing, made: MeasurePlan): Markup | null {
  if (made.kind === "refused" || made.mix === null) return null;
  const { basis, state, locale } = drawing;
  const { mix, measure } = made;
  const t = planningText[locale];
  const busy = busiest(mix.shares);
  const amount = (value: bigint) => amountText(value, measure, locale);
  const total = busy.reduce((sum, share) => sum + share.amount, 0n);
  const title =
    mix.short > 0n
      ? t.mixTitle.short(amount(mix.short))
      : busy.length === 0
        ? t.mixTitle.none
        : t.mixTitle.some(busy.length, amount(total));
  const notes = [
    t.mixNote(state.hard),
    ...(state.own ? [t.ownNote] : []),
    ...(mix.silent > 0 ? [t.silent(mix.silent)] : []),
  ];
  return figureCard(
    {
      id: `mix-${measure}`,
      title: `${t.measure[measure]}: ${title}`,
      content: busy.length === 0 ? null : table(drawing, measure, busy),
      note: notes.join(" "),
      numbers: busy.length === 0 ? null : { columns: exportColumns(drawing), rows: planRows(made, locale) },
      fileHref: (format) => paths.planExport({ ...stateQuery(drawing), format }),
      look: "print:break-inside-auto",
    },
    [basis.board.root],
    locale,
  );
}

function table(drawing: PlanDrawing, measure: Measure, busy: readonly MixShare[]): Markup {
  const { locale } = drawing;
  const t = planningText[locale];
  const c = t.columns;
  const unit = measure === "money" ? ` (${leadersText[locale].thousands})` : "";
  const most = Math.max(...busy.map(({ amount }) => Number(amount)));
  const rows = busy.map((share) => row(drawing, measure, share, most));
  return markup`<div class="table-frame max-h-[36rem] overflow-auto print:max-h-none" tabindex="0" role="region" aria-label="${overviewText[locale].frame.table}: ${t.measure[measure]}"><table class="table [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-card [&_thead_th]:align-bottom"><thead><tr><th scope="col">${c.name}</th><th scope="col" class="number">${c.amount}${unit}</th><th scope="col" class="max-md:hidden"><span class="sr-only">${c.amount}</span></th><th scope="col" class="number">${c.weekly}${unit}</th><th scope="col" class="number min-w-20">${c.hard}${unit}</th><th scope="col" class="number">${c.open}${unit}</th><th scope="col" class="number">${c.now}</th><th scope="col" class="number">${c.after}</th><th scope="col" class="min-w-28">${c.own}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function row({ basis, locale }: PlanDrawing, measure: Measure, share: MixShare, most: number): Markup {
  const { node, amount, weekly, hard, after } = share;
  const { year, month } = basis.board.period;
  const figure = (value: bigint) =>
    measure === "cases" ? formatCount(value, locale) : formatThousands(value, locale);
  const proof = paths.proof(node.agency, year, month, node.own ? { own: 1 } : {});
  const name = shortPlace(node, locale);
  const place = node.own
    ? name
    : markup`<a class="link" href="${paths.plan({ agency: node.agency, year, month })}">${name}</a>`;
  const bar = differenceBar(Number(amount), most, { tone: "behind", isTwoSided: false });
  return markup`<tr><th scope="row" class="min-w-32 !font-normal">${place}</th><td class="number font-semibold">${figure(amount)}</td><td class="w-1/6 max-md:hidden">${bar}</td><td class="number">${figure(weekly)}</td><td class="number">${figure(hard)}</td><td class="number">${figure(openOf(share, measure))}</td><td class="number">${proven(proof, rateCell(node[measure].ratio, locale))}</td><td class="number">${rateCell(after, locale)}</td><td class="whitespace-nowrap">${ownWord(share, locale)}</td></tr>`;
}
